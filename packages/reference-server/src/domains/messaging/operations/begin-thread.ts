import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { messagePosted } from '../events.ts'
import { authorOf, begin } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { presentMessages } from '../presenters/present-messages.ts'
import { presentThreadSummary } from '../presenters/present-thread-summary.ts'
import { findUnsentAttachments } from '../store/attachments.ts'
import { markRead } from '../store/messages.ts'
import { threads } from '../store/threads.ts'
import { findTreatingMember } from '../workflows/find-treating-member.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'
import { sendMessage } from '../workflows/send-message.ts'

const memberOfVisit = async (
  ports: MessagingContext,
  context: ReadContext,
  visitId: string,
  patientId: string,
): Promise<string | null> => {
  const visit = await ports.visits.visit(context, visitId)
  if (visit.patientId !== patientId) throw notFound('visit of another patient')
  return findTreatingMember(ports, context, visit)
}

export const beginThread = operation<MessagingContext>()('beginThread', {
  gather: async ({ path: { patientId }, body }, ports, context) => {
    const { directory, policy } = ports
    await requireRecordScope(ports, context, requireUuid(patientId))
    // Throws if there is no such patient.
    const patients = await directory.patientSummaries(context, [patientId])
    const patient = patients.get(patientId)
    if (!patient) throw notFound('patient_unknown')
    const seenBy = body.visitId === undefined ? null : await memberOfVisit(ports, context, body.visitId, patientId)
    const people = [authorOf(context.caller), ...(seenBy === null ? [] : [{ kind: 'member' as const, id: seenBy }])]
    const names = await directory.actorNames(context, people, [patientId])
    return {
      policy,
      seenBy,
      names,
      patient: context.access.reach === 'organization' ? patient : undefined,
      unsent: await findUnsentAttachments(context.db, context, patientId, body.attachmentIds),
    }
  },
  decide: ({ path: { patientId }, body }, { policy, seenBy, names, patient, unsent }, { caller, now, newId }) => {
    const { topic, subject, text } = body
    const author = authorOf(caller)
    const [id, messageId] = [newId(), newId()]
    const thread = begin(
      { id, patientId, topic, visitId: body.visitId ?? null, seenBy, author, messageId, now },
      policy,
    )
    const message = { id: messageId, threadId: id, patientId, author, text, at: now }
    const { writes, sent } = sendMessage(message, unsent)
    const messages = presentMessages([message], sent, names, caller)
    return {
      writes: [
        threads.insert(thread, { subject }),
        ...writes,
        markRead(null, { id: newId(), threadId: id, reader: author, messageId }),
      ],
      events: [messagePosted(thread, author.kind)],
      answer: {
        status: 201,
        headers: { location: `/v1/threads/${id}` },
        body: { ...presentThreadSummary(thread, { subject, unread: 0, patient, names }), messages, nextCursor: null },
      },
    }
  },
})
