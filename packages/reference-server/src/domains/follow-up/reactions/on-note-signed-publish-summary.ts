import { nothingToDo, onEvent, type EventSteps } from '../../../platform/contracts/reaction.ts'
import type { WriteContext, ReadContext } from '../../../platform/contracts/context.ts'
import { summaryPublished } from '../events.ts'
import { gatherDraft, type LoadedVisit } from '../workflows/gather-draft.ts'
import { careOf, type FollowUpPolicy } from '../model/follow-up-policy.ts'
import { inPlainWords } from '../model/plain-words.ts'
import {
  publishSummary,
  reminderOf,
  suggestNext,
  type NextVisit,
  type SignedContent,
  type Summary,
} from '../model/summary.ts'
import type { FollowUpContext } from '../ports.ts'
import { lockSummary, updateSummaryStatement, insertSummaryStatement } from '../store/summaries.ts'

interface LoadedSummary extends LoadedVisit {
  readonly policy: FollowUpPolicy
  readonly signed: SignedContent
  readonly suggested: NextVisit | null
}

/** Signing the note publishes the summary: the patient reads only signed content. An addendum appears as a correction. */
const publish: EventSteps<'documentation.note-signed' | 'documentation.note-addended', FollowUpContext, LoadedSummary> =
  {
    gather: async ({ data }, ports, context) => {
      const visitId = data.visitId
      const note = await ports.documentation.signedNote(context, visitId)
      if (note === null) return nothingToDo
      const loaded = await gatherDraft(ports, context, visitId)
      const { patientId } = loaded.visit
      const patient = (await ports.directory.patientSummaries(context, [patientId])).get(patientId)
      if (patient === undefined) throw new Error('a patient with a signed note is known')
      return {
        ...loaded,
        policy: ports.policy,
        signed: {
          noteVersion: note.version,
          instructions: note.instructions.map(({ heading, text }) => ({ heading: [...heading], text })),
          diagnoses: note.diagnoses.map((diagnosis) => inPlainWords(ports.plainWords, diagnosis, patient.language)),
          corrections: note.addenda.map(({ text, at, by }) => ({ text, at: at.toISOString(), by })),
        },
        suggested: await gatherSuggestion(ports, context, loaded, patient.zone),
      }
    },
    keep: async (_, gathered, context) => {
      const { tx, now, emit, defer } = context
      const { draft, signed, suggested, policy } = gathered
      const before = (await lockSummary(tx, context, draft.visitId)) ?? (await begin(context, draft))
      const published = publishSummary(before, signed, suggested, now)
      if (published === null) return
      const isFirst = before.status === 'draft'
      const remindAt = isFirst ? reminderOf(published, policy, now) : published.remindAt
      defer(await updateSummaryStatement(tx, context, { ...published, remindAt }))
      // A correction that does not change the patient's text emits nothing.
      if (isFirst || published.correctedAt !== before.correctedAt) await emit(summaryPublished(published, !isFirst))
    },
  }

/** The reaction to the end of the visit has not run yet, or runs at the same moment. */
const begin = async (context: WriteContext, draft: Summary): Promise<Summary> => {
  await (await insertSummaryStatement(context.tx, context, draft)).execute()
  return (await lockSummary(context.tx, context, draft.visitId)) ?? draft
}

/** The default next visit, with the appointment if the patient has booked one already. */
const gatherSuggestion = async (
  ports: FollowUpContext,
  context: ReadContext,
  { visit, draft }: LoadedVisit,
  zone: string,
): Promise<NextVisit | null> => {
  const usual = careOf(ports.specialties, visit.specialty, visit.visitTypeCode)?.next
  if (usual === undefined) return null
  const types = await ports.scheduling.visitTypes(context)
  const type = types.find(({ code, active }) => active && code === usual.visitType)
  if (type === undefined) return null
  const next = suggestNext(draft.visitAt, zone, usual, type.id, draft.practitionerId)
  const booked = await ports.scheduling.appointments(context, {
    patientId: visit.patientId,
    from: context.now,
    to: new Date(Date.parse(next.latest) + 2 * 86_400_000),
    status: 'booked',
  })
  const appointmentId = booked.find(({ visitTypeId }) => visitTypeId === type.id)?.id ?? null
  return { ...next, appointmentId }
}

export const onNoteSignedPublishSummary = [
  onEvent<FollowUpContext>()(['documentation.note-signed'], 'follow_up.publish-summary-on-note-signed', publish),
  onEvent<FollowUpContext>()(['documentation.note-addended'], 'follow_up.correct-summary-on-note-addended', publish),
]
