import type { components } from '@visitkit/contract'
import type { FollowUpPolicy } from './follow-up-policy.ts'
import type { Recovery } from './recovery.ts'

type Schemas = components['schemas']

/** What the patient takes home from a visit: a draft from the visit's end, published when its note is signed. */
export interface Summary extends SummaryContent {
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  /** Whom outreach about it goes to. */
  readonly audience: Recovery['audience']
  readonly visitAt: Date
  readonly status: 'draft' | 'published'
  /** Of the signed note from which it was written; 0 while it is a draft. */
  readonly noteVersion: number
  readonly next: NextVisit | null
  /** When the patient is reminded of a next visit that is not booked yet; null when there is nothing to remind of. */
  readonly remindAt: Date | null
  readonly publishedAt: Date | null
  readonly correctedAt: Date | null
  readonly version: number
}
/** Sealed. Medicines and tests are read where they are kept, so that a summary never shows an old status. */
export interface SummaryContent {
  readonly visitTypeName: Schemas['LocalizedText'][]
  readonly instructions: Schemas['VisitSummary']['instructions']
  readonly diagnoses: Schemas['VisitSummary']['diagnoses']
  /** What the signed note was added to. It says what it said, so what is no longer right is only corrected here. */
  readonly corrections: Schemas['VisitSummary']['corrections']
}
export interface NextVisit {
  readonly visitTypeId: string
  readonly practitionerId: string | null
  /** `YYYY-MM-DD`, both inclusive. */
  readonly earliest: string
  readonly latest: string
  readonly appointmentId: string | null
}

export const draftSummary = (
  visit: Pick<Summary, 'visitId' | 'patientId' | 'practitionerId' | 'audience' | 'visitAt' | 'visitTypeName'>,
): Summary => ({
  ...visit,
  status: 'draft',
  noteVersion: 0,
  instructions: [],
  diagnoses: [],
  corrections: [],
  next: null,
  remindAt: null,
  publishedAt: null,
  correctedAt: null,
  version: 1,
})

export interface SignedContent extends Omit<SummaryContent, 'visitTypeName'> {
  readonly noteVersion: number
}

/**
 * Publishes what the signed note says to the patient, or corrects what was published before. Null when it holds this version of the note,
 * or a later one, already: what was told late changes nothing. A correction that changes no word the patient reads is none.
 */
export const publishSummary = (
  summary: Summary,
  { noteVersion, ...content }: SignedContent,
  suggested: NextVisit | null,
  now: Date,
): Summary | null => {
  if (summary.noteVersion >= noteVersion) return null
  const isSame = sameContent(summary, content)
  if (summary.status === 'published')
    return {
      ...summary,
      ...content,
      noteVersion,
      correctedAt: isSame ? summary.correctedAt : now,
      version: summary.version + 1,
    }
  return {
    ...summary,
    ...content,
    status: 'published',
    noteVersion,
    // What the practitioner proposed goes before what the specialty usually does.
    next: summary.next ?? suggested,
    publishedAt: now,
    version: summary.version + 1,
  }
}

const sameContent = (before: Omit<SignedContent, 'noteVersion'>, after: Omit<SignedContent, 'noteVersion'>): boolean =>
  JSON.stringify([before.instructions, before.diagnoses, before.corrections]) ===
  JSON.stringify([after.instructions, after.diagnoses, after.corrections])

/** The visit that usually follows this one, in days on the patient's own calendar. */
export const suggestNext = (
  visitAt: Date,
  zone: string,
  usual: { readonly afterDays: number; readonly withinDays: number },
  visitTypeId: string,
  practitionerId: string,
): NextVisit => {
  const day = Temporal.Instant.fromEpochMilliseconds(visitAt.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  return {
    visitTypeId,
    practitionerId,
    earliest: day.add({ days: usual.afterDays }).toString(),
    latest: day.add({ days: usual.withinDays }).toString(),
    appointmentId: null,
  }
}

export const proposeNext = (summary: Summary, next: NextVisit): Summary => ({
  ...summary,
  next,
  version: summary.version + 1,
})

/** The proposal was taken up, or what was booked for it has fallen away. */
export const bookNext = (summary: Summary, appointmentId: string | null): Summary =>
  summary.next === null
    ? summary
    : { ...summary, next: { ...summary.next, appointmentId }, version: summary.version + 1 }

/**
 * When to remind of a next visit: some days before it may begin, and never before the day after it was proposed. Null when there is
 * nothing to remind of: no proposal, one that is booked, a draft that the patient cannot see, or a time that has passed.
 */
export const reminderOf = (
  { status, next }: Summary,
  { nextVisit }: Pick<FollowUpPolicy, 'nextVisit'>,
  now: Date,
): Date | null => {
  if (status !== 'published' || next === null || next.appointmentId !== null) return null
  // Noon in New York is daytime all over the country; quiet hours are minded where the message is sent.
  const noon = (day: string): number => Date.parse(`${day}T17:00:00Z`)
  const at = Math.max(noon(next.earliest) - nextVisit.remindDaysBefore * 86_400_000, now.getTime() + 86_400_000)
  return at > noon(next.latest) ? null : new Date(at)
}
