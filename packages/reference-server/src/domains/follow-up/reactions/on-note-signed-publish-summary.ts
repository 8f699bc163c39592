import { nothingToDo, onEvents, type PageSteps } from '../../../platform/contracts/reaction.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { summaryPublished } from '../events.ts'
import { gatherDraft, type LoadedVisit } from '../workflows/gather-draft.ts'
import { gatherEach } from '../workflows/gather-each.ts'
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
import { findSummary, writeSummary } from '../store/summaries.ts'

interface LoadedSummary {
  /** As stored; null if the reaction to the end of the visit has not run yet. */
  readonly before: Summary | null
  readonly draft: Summary
  readonly policy: FollowUpPolicy
  readonly signed: SignedContent
  readonly suggested: NextVisit | null
}

type Signed = 'documentation.note-signed' | 'documentation.note-addended'

/** Signing the note publishes the summary: the patient reads only signed content. An addendum appears as a correction. */
const publish: PageSteps<Signed, FollowUpContext, ReadonlyMap<string, LoadedSummary>> = {
  gather: (page, ports, context) => gatherEach(page, ({ data }) => gatherSummary(ports, context, data.visitId)),
  decide: ({ id }, signedNotes, { now }) => {
    const loaded = signedNotes.get(id)
    if (loaded === undefined) return nothingToDo
    const { before, draft, signed, suggested, policy } = loaded
    const published = publishSummary(draft, signed, suggested, now)
    if (published === null) return nothingToDo
    const isFirst = draft.status === 'draft'
    const after = isFirst ? { ...published, remindAt: reminderOf(published, policy, now) } : published
    // A correction that does not change the patient's text emits nothing.
    const isAnnounced = isFirst || after.correctedAt !== draft.correctedAt
    return {
      writes: [writeSummary(after, before)],
      events: isAnnounced ? [summaryPublished(after, !isFirst)] : [],
      answer: undefined,
    }
  },
}

const gatherSummary = async (
  ports: FollowUpContext,
  context: ReadContext,
  visitId: string,
): Promise<LoadedSummary | typeof nothingToDo> => {
  const [note, before] = await Promise.all([
    ports.documentation.signedNote(context, visitId),
    findSummary(context.db, context, visitId),
  ])
  if (note === null) return nothingToDo
  // A correction needs nothing of the visit.
  const loaded = before?.status === 'published' ? null : await gatherDraft(ports, context, visitId)
  const draft = before ?? loaded?.draft
  if (draft === undefined) throw new Error('a visit without a summary has a draft')
  const { patientId } = draft
  const patient = (await ports.directory.patientSummaries(context, [patientId])).get(patientId)
  if (patient === undefined) throw new Error('a patient with a signed note is known')
  return {
    before,
    draft,
    policy: ports.policy,
    signed: {
      noteVersion: note.version,
      instructions: note.instructions.map(({ heading, text }) => ({ heading: [...heading], text })),
      diagnoses: note.diagnoses.map((diagnosis) => inPlainWords(ports.plainWords, diagnosis, patient.language)),
      corrections: note.addenda.map(({ text, at, by }) => ({ text, at: at.toISOString(), by })),
    },
    suggested: loaded && (await gatherSuggestion(ports, context, loaded, patient.zone)),
  }
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
  onEvents<FollowUpContext>()(['documentation.note-signed'], 'follow_up.publish-summary-on-note-signed', publish),
  onEvents<FollowUpContext>()(['documentation.note-addended'], 'follow_up.correct-summary-on-note-addended', publish),
] as const
