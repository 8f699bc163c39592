import { knownId } from '../../../platform/database/ids/known-id.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import { messagePosted } from '../events.ts'
import { authorOf, begin } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { unknownAttachment } from '../problems.ts'
import { attach } from '../store/attachments.ts'
import { insertMessage, markRead } from '../store/messages.ts'
import { insertThread } from '../store/threads.ts'
import { describeMessages } from '../workflows/describe-messages.ts'
import { summarizeThread } from '../presenters/summarize-thread.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'

/** The member behind the practitioner who was seen, or was to be; null for a practitioner without a sign-in. */
const memberOfVisit = async (
  { visits, directory }: MessagingContext,
  reading: Reading,
  visitId: string,
  patientId: string,
): Promise<string | null> => {
  const visit = await visits.visit(reading, visitId)
  if (visit.patientId !== patientId) throw notFound('visit of another patient')
  return (await directory.practitioner(reading, visit.seenBy ?? visit.practitionerId)).memberId
}

export const beginThread = operation<MessagingContext>()('beginThread', {
  gather: async ({ path: { patientId }, body }, context, reading) => {
    const { directory, policy } = context
    await requireRecordScope(context, reading, knownId(patientId))
    // Throws for a patient who is not there.
    const patients = await directory.patientSummaries(reading, [patientId])
    const patient = patients.get(patientId)
    if (!patient) throw notFound('patient_unknown')
    const seenBy = body.visitId === undefined ? null : await memberOfVisit(context, reading, body.visitId, patientId)
    const people = [authorOf(reading.caller), ...(seenBy === null ? [] : [{ kind: 'member' as const, id: seenBy }])]
    const names = await directory.actorNames(reading, people, [patientId])
    return { policy, seenBy, names, patient: reading.access.reach === 'organization' ? patient : undefined }
  },
  keep: async ({ path: { patientId }, body }, { policy, seenBy, names, patient }, keeping) => {
    const { tx, caller, now, newId, emit } = keeping
    const { topic, subject, text } = body
    const author = authorOf(caller)
    const [id, messageId] = [newId(), newId()]
    const thread = begin(
      { id, patientId, topic, visitId: body.visitId ?? null, seenBy, author, messageId, now },
      policy,
    )
    await insertThread(tx, keeping, thread, subject)
    const message = { id: messageId, threadId: id, patientId, author, text, at: now }
    await insertMessage(tx, keeping, message)
    if (!(await attach(tx, keeping, message, body.attachmentIds))) throw unknownAttachment()
    await markRead(tx, keeping, id, author, messageId)
    await emit(messagePosted(thread, author.kind))
    const messages = await describeMessages(tx, keeping, [message], names)
    return {
      status: 201,
      headers: { location: `/v1/threads/${id}` },
      body: { ...summarizeThread(thread, { subject, unread: 0, patient, names }), messages, nextCursor: null },
    }
  },
})
