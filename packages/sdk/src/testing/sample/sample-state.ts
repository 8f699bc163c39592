import type {
  Access,
  Appointment,
  Consent,
  ContactChoice,
  Cover,
  EmergencyAccessReport,
  HeldPartnerMessageDetail,
  HeldPharmacyMessageDetail,
  Hold,
  IntakeForm,
  OnDemandRequest,
  Organization,
  Patient,
  RuleOverride,
  Seat,
  Visit,
  VisitGuest,
  VisitRecording,
  VisitType,
  WaitlistEntry,
} from '../../generated/models.ts'
import type { TestLive } from '../test-live.ts'
import { problem } from '../test-problem.ts'

/** The persons whose requests the handlers accept. */
export type SamplePerson = 'patient' | 'practitioner' | 'guest'

/** All mutable state. Tests may read it and set it. */
export interface SampleState {
  organization: Organization
  patient: Patient
  /** What the patient asked about calls, letters and the name. */
  contactChoice: ContactChoice
  holds: Hold[]
  appointments: Appointment[]
  /** Visit types that patients do not book at once, by id. */
  bookingModes: Partial<Record<string, VisitType['bookingMode']>>
  /** What else is different about visit types, by id: seats, a line without an appointment. */
  visitTypeChanges: Partial<Record<string, Partial<VisitType>>>
  /** Visit types in addition to those of the sample, e.g. a group or a visit that needs a room. */
  moreVisitTypes: VisitType[]
  /** Why the rules were lifted, by hold. */
  overrides: Map<string, RuleOverride>
  consents: Consent[]
  /** By `appointmentId/questionnaireCode`. */
  intake: Map<string, IntakeForm>
  visits: Visit[]
  seats: Seat[]
  /** In the order in which they were invited. */
  guests: VisitGuest[]
  /** What was stored of calls, in the order in which it began. */
  recordings: { recording: VisitRecording; pieces: Uint8Array[] }[]
  accesses: Access[]
  queuePaused: boolean
  /** The latest first. */
  covers: Cover[]
  emergencies: EmergencyAccessReport[]
  /** Messages of pharmacies that were not applied. */
  heldPartnerMessages: HeldPartnerMessageDetail[]
  heldPharmacyMessages: HeldPharmacyMessageDetail[]
  waitlist: WaitlistEntry[]
  onDemand: OnDemandRequest[]
}

/** The context that the handlers of a sample world share. */
export interface SampleContext {
  state: SampleState
  live: TestLive
  /** Milliseconds since 1970, by the world's clock. */
  readonly now: () => number
  readonly newId: (kind: string) => string
}

export const minute = 60_000

/** `2026-11-25T15:30:00Z` */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Returns the item with this id, or throws `not_found`. */
export function find<T extends { id: string }>(things: readonly T[], id: string): T {
  const found = things.find((thing) => thing.id === id)
  if (!found) throw problem(404, 'not_found', { detail: 'There is nothing here that you may see.' })
  return found
}

/** One page of a list. The cursor is the position of the next page. */
export function page<T>(
  items: readonly T[],
  query: { cursor?: string; limit?: number | undefined },
): { items: T[]; nextCursor: string | null } {
  const from = Number(query.cursor ?? 0)
  const to = from + (query.limit ?? 50)
  return { items: items.slice(from, to), nextCursor: to < items.length ? String(to) : null }
}
