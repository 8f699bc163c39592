import type { components } from '@visitkit/contract'
import { offerEnded } from './waitlist-problems.ts'
import type { Sensitivity } from '../../kernel/model/sensitivity.ts'
import type { Hold } from '../../kernel/model/hold.ts'
import type { WaitlistPolicy } from '../../kernel/model/scheduling-policy.ts'

type Schemas = components['schemas']
export type DayPart = Schemas['DayPart']
export type WaitlistStatus = Schemas['WaitlistStatus']
export type OfferOutcome = 'accepted' | 'declined' | 'left' | 'expired'

/** A time that is reserved for the entry. */
export interface Offer {
  /** The row of `scheduling.busy`. */
  readonly busyId: string
  readonly practitionerId: string
  readonly start: Date
  readonly end: Date
  readonly expiresAt: Date
}

/** A time that was offered and not taken. RFC 3339. */
export interface PassedTime {
  readonly start: string
  readonly end: string
}

/** A place in the line for times that become free. What others may not learn of it is kept as it was when the patient joined. */
export interface WaitlistEntry extends Sensitivity {
  readonly id: string
  readonly patientId: string
  readonly visitTypeId: string
  /** Any practitioner when null. */
  readonly practitionerId: string | null
  /** `YYYY-MM-DD`, on the organization's calendar. Both inclusive. */
  readonly fromDay: string
  readonly toDay: string
  /** The same days as moments, half-open. */
  readonly from: Date
  readonly to: Date
  /** ISO 8601, in the practitioner's zone. Any when null. */
  readonly weekdays: readonly number[] | null
  readonly dayParts: readonly DayPart[] | null
  readonly language: string | null
  readonly stateCode: string
  /** The patient's zone when they joined. */
  readonly zone: string
  /** The appointment to move; once accepted, the appointment that was booked or moved. */
  readonly appointmentId: string | null
  readonly status: WaitlistStatus
  readonly joinedAt: Date
  readonly offer: Offer | null
  readonly passed: readonly PassedTime[]
  readonly version: number
}

/** An entry with an offer. */
export type OfferedEntry = WaitlistEntry & { readonly offer: Offer }

/** At the end of the line. */
export const joinLine = (
  id: string,
  asked: Omit<WaitlistEntry, 'id' | 'status' | 'joinedAt' | 'offer' | 'passed' | 'version'>,
  now: Date,
): WaitlistEntry => ({ id, ...asked, status: 'waiting', joinedAt: now, offer: null, passed: [], version: 1 })

export const withOffer = (entry: WaitlistEntry, offer: Offer): OfferedEntry => ({
  ...entry,
  status: 'offered',
  offer,
  version: entry.version + 1,
})

/** Refuses an entry without an offer that can still be taken. An offer expires at exactly `expiresAt`. */
export const requireOffered = (entry: WaitlistEntry, now: Date): OfferedEntry => {
  if (entry.status !== 'offered' || entry.offer === null || now >= entry.offer.expiresAt) throw offerEnded(entry.status)
  return { ...entry, offer: entry.offer }
}

/** What was offered, as the hold that it is for the appointment's model. */
export const offerAsHold = ({ offer, ...entry }: OfferedEntry): Hold => ({
  id: offer.busyId,
  visitTypeId: entry.visitTypeId,
  practitionerId: offer.practitionerId,
  personId: entry.patientId,
  patientId: entry.patientId,
  stateCode: entry.stateCode,
  language: entry.language,
  appointmentId: entry.appointmentId,
  occupant: occupantOf(entry),
  start: offer.start,
  end: offer.end,
  expiresAt: offer.expiresAt,
  renewals: 0,
  state: 'held',
  leftFrom: null,
  overridden: false,
  claims: [],
  claimOwners: [],
  seat: null,
  interpreterLanguage: null,
})

/** Busy times of one occupant may overlap: an appointment can move by a few minutes. */
export const occupantOf = ({ id, appointmentId }: Pick<WaitlistEntry, 'id' | 'appointmentId'>): string =>
  appointmentId ?? id

export const acceptOffer = (entry: OfferedEntry, appointmentId: string): WaitlistEntry => ({
  ...entry,
  status: 'accepted',
  appointmentId,
  offer: null,
  version: entry.version + 1,
})

/**
 * The entry after an offer that was not taken. It keeps its place in line and is not offered this time again. After as many offers as the
 * policy allows it leaves the line: others wait for the times that it lets pass.
 */
export const passOffer = (entry: OfferedEntry, { offersPerEntry }: WaitlistPolicy): WaitlistEntry => {
  const { start, end } = entry.offer
  const passed = [...entry.passed, { start: start.toISOString(), end: end.toISOString() }]
  return {
    ...entry,
    status: passed.length < offersPerEntry ? 'waiting' : 'expired',
    offer: null,
    passed,
    version: entry.version + 1,
  }
}

export const endEntry = (entry: WaitlistEntry, status: 'left' | 'expired'): WaitlistEntry => ({
  ...entry,
  status,
  offer: null,
  version: entry.version + 1,
})
