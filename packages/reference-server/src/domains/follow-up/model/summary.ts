import type { components } from '@visitkit/contract'
import type { FollowUpPolicy } from './follow-up-policy.ts'
import type { Recovery } from './recovery.ts'

type Schemas = components['schemas']

/** The visit summary for the patient: a draft from the end of the visit, published when its note is signed. */
export interface Summary extends SummaryContent {
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  /** Recipients of outreach about it. */
  readonly audience: Recovery['audience']
  readonly visitAt: Date
  readonly status: 'draft' | 'published'
  /** Version of the signed note on which it is based; 0 while it is a draft. */
  readonly noteVersion: number
  readonly next: NextVisit | null
  /** When the patient is reminded of a proposed visit that is not booked; null if there is nothing to remind of. */
  readonly remindAt: Date | null
  readonly publishedAt: Date | null
  readonly correctedAt: Date | null
  readonly version: number
}
/** Encrypted. Medications and tests are read from their domains, so a summary never shows an old status. */
export interface SummaryContent {
  readonly visitTypeName: Schemas['LocalizedText'][]
  readonly instructions: Schemas['VisitSummary']['instructions']
  readonly diagnoses: Schemas['VisitSummary']['diagnoses']
  /** Addenda of the signed note. The original text stays, so corrections are here only. */
  readonly corrections: Schemas['VisitSummary']['corrections']
}
/** A summary without its content. */
export type SummaryFacts = Omit<Summary, keyof SummaryContent>
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
 * Publishes the patient's part of the signed note, or a correction. Null when the summary has this version of the note or a later one: a
 * late event changes nothing. A correction that does not change the patient's text does not count as one.
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
    // The practitioner's proposal takes precedence over the default of the specialty.
    next: summary.next ?? suggested,
    publishedAt: now,
    version: summary.version + 1,
  }
}

const sameContent = (before: Omit<SignedContent, 'noteVersion'>, after: Omit<SignedContent, 'noteVersion'>): boolean =>
  JSON.stringify([before.instructions, before.diagnoses, before.corrections]) ===
  JSON.stringify([after.instructions, after.diagnoses, after.corrections])

/** The default next visit, in days of the patient's own calendar. */
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

/** The proposal was booked, or its booking was cancelled. */
export const bookNext = (summary: SummaryFacts, appointmentId: string | null): SummaryFacts =>
  summary.next === null
    ? summary
    : { ...summary, next: { ...summary.next, appointmentId }, version: summary.version + 1 }

/**
 * When to remind of a next visit: some days before its period begins, and at least a day after the proposal. Null without a proposal, for a
 * booked one, for a draft that the patient cannot see, or for a period that has passed.
 */
export const reminderOf = (
  { status, next }: Pick<Summary, 'status' | 'next'>,
  { nextVisit }: Pick<FollowUpPolicy, 'nextVisit'>,
  now: Date,
): Date | null => {
  if (status !== 'published' || next === null || next.appointmentId !== null) return null
  // Noon in New York is daytime in the whole country. Messaging applies quiet hours.
  const noon = (day: string): number => Date.parse(`${day}T17:00:00Z`)
  const at = Math.max(noon(next.earliest) - nextVisit.remindDaysBefore * 86_400_000, now.getTime() + 86_400_000)
  return at > noon(next.latest) ? null : new Date(at)
}
