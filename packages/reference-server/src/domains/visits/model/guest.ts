import type { components } from '@visitkit/contract'
import { guestNotWaiting, notAdmitted, tooManyGuests } from '../problems.ts'
import { requireLive, type VisitFacts } from './visit.ts'
import type { VisitsPolicy } from './visits-policy.ts'

type Schemas = components['schemas']
export type GuestKind = Schemas['GuestKind']
export type GuestStatus = Schemas['GuestStatus']

/** A guest of one visit, without their encrypted details. FHIR: Encounter.participant, RelatedPerson. */
export interface Guest {
  readonly id: string
  readonly appointmentId: string
  readonly patientId: string
  /** The practitioner of the appointment. */
  readonly practitionerId: string
  readonly kind: GuestKind
  /** As stored: an invitation expires without a write. */
  readonly status: Exclude<GuestStatus, 'expired'>
  readonly invitedByPatient: boolean
  /** Keyed hash of the code, which is stored nowhere. */
  readonly secretIndex: Uint8Array
  readonly opensAt: Date
  readonly expiresAt: Date
  readonly invitedAt: Date
  readonly redeemedAt: Date | null
  readonly admittedAt: Date | null
  readonly endedAt: Date | null
  readonly version: number
}

/** The PHI of a guest, encrypted as one value: their names relate a person to the patient. */
export interface GuestDetails {
  readonly name: string
  /** Absent until the code was used. */
  readonly ownName?: string
  readonly invitedBy: string
}

export interface KnownGuest extends Guest {
  readonly details: GuestDetails
}

export const guestStatus = ({ status, expiresAt }: Pick<Guest, 'status' | 'expiresAt'>, now: Date): GuestStatus =>
  status === 'invited' && now >= expiresAt ? 'expired' : status

const over: ReadonlySet<GuestStatus> = new Set(['withdrawn', 'refused', 'removed', 'expired', 'ended'])

/** The guest has no right to this visit any more, and gets none again by this invitation. */
export const isOver = (guest: Pick<Guest, 'status' | 'expiresAt'>, now: Date): boolean =>
  over.has(guestStatus(guest, now))

/** Asks to join, or was admitted: the page of the guest shows the visit. */
export const mayJoin = ({ status }: Pick<Guest, 'status'>): boolean => status === 'waiting' || status === 'admitted'

/** When the code of a guest is accepted. */
export const guestTimes = (
  { start, end }: { readonly start: Date; readonly end: Date },
  { guests }: Pick<VisitsPolicy, 'guests'>,
): Pick<Guest, 'opensAt' | 'expiresAt'> => ({
  opensAt: new Date(start.getTime() - guests.opensBeforeMinutes * 60_000),
  expiresAt: new Date(end.getTime() + guests.expiresAfterEndMinutes * 60_000),
})

/** A patient or a clinic that invites without an end would fill the list in which the clinician looks for a name. */
export const requireFewGuests = (
  guests: readonly Guest[],
  { guests: { mostAtOnce } }: VisitsPolicy,
  now: Date,
): void => {
  if (guests.filter((guest) => !isOver(guest, now)).length >= mostAtOnce) throw tooManyGuests(mostAtOnce)
}

const changed = <G extends Guest>(guest: G, change: Partial<Guest>): G => ({
  ...guest,
  ...change,
  version: guest.version + 1,
})

/** The code was used. The caller has checked its times and its status. */
export const redeem = (guest: KnownGuest, ownName: string, now: Date): KnownGuest => ({
  ...changed(guest, { status: 'waiting', redeemedAt: now }),
  details: { ...guest.details, ownName },
})

/** Throws `visit_ended`, `not_admitted` before the patient is in the room, or `guest_not_waiting`. Null if the guest is admitted already. */
export const admitGuest = (guest: KnownGuest, visit: VisitFacts | null, now: Date): KnownGuest | null => {
  if (guest.status === 'admitted') return null
  if (guest.status !== 'waiting') throw guestNotWaiting()
  if (visit === null || visit.status === 'waiting') throw notAdmitted()
  requireLive(visit)
  return changed(guest, { status: 'admitted', admittedAt: now })
}

const afterRemoval = { invited: 'withdrawn', waiting: 'refused', admitted: 'removed' } as const

/** Null if it is over for the guest already. */
export const removeGuest = <G extends Guest>(guest: G, now: Date): G | null => {
  if (isOver(guest, now)) return null
  return changed(guest, { status: afterRemoval[guest.status as keyof typeof afterRemoval], endedAt: now })
}

/** The visit has ended, or does not take place. Null if it is over for the guest already. */
export const endGuest = <G extends Guest>(guest: G, now: Date): G | null =>
  over.has(guest.status) ? null : changed(guest, { status: 'ended', endedAt: now })

/** The appointment was moved: so are the times of a code that was not used. Null if nothing changes. */
export const moveGuest = (
  guest: Guest,
  appointment: { readonly practitionerId: string; readonly start: Date; readonly end: Date },
  policy: Pick<VisitsPolicy, 'guests'>,
): Guest | null =>
  over.has(guest.status)
    ? null
    : changed(guest, { practitionerId: appointment.practitionerId, ...guestTimes(appointment, policy) })
