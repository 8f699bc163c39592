import type { components } from '@visitkit/contract'
import type { CallerKind } from '../../../platform/contracts/caller.ts'
import { notAdmitted, roomFull, seatsTakenTooOften } from '../problems.ts'
import { requireLive, requireSafeguards, stateOf, type Safeguards, type Visit } from './visit.ts'

type CallTroubleCount = components['schemas']['CallTroubleCount']

/** How often each trouble occurred. */
export type TroubleCounts = Readonly<Partial<Record<CallTroubleCount['trouble'], number>>>

export type SeatRole = components['schemas']['SeatRole']

/** One participant's right to be in the room. The vendor's token is not part of it: it is returned once and never stored. */
export interface Seat {
  readonly id: string
  readonly visitId: string
  readonly patientId: string
  readonly personId: string
  /** Signals reach the seat through this session only. */
  readonly sessionId: string
  /** For the treating practitioner; null for all other participants, including nurses. */
  readonly practitionerId: string | null
  readonly role: SeatRole
  readonly takenAt: Date
  /** Null while the seat is occupied. */
  readonly leftAt: Date | null
  /** Time of the vendor's last report about this seat. Older reports that arrive later are ignored. */
  readonly reportedAt: Date | null
  /** The room in which the seat was issued; null until then. The room of a visit can be replaced, the room of a seat cannot. */
  readonly vendorRoomId: string | null
  /** The vendor's id of the person's connection, once reported. Some vendors need it to eject a participant. */
  readonly vendorParticipantId: string | null
  /** The last request to record the call to which this person agreed; null if they did not. */
  readonly recordingAgreedTo: string | null
  /** What went wrong in the call, as the browser in this seat reports it. */
  readonly troubles: TroubleCounts
}

/** The person who requests the seat. */
export interface Participant {
  readonly kind: CallerKind
  readonly personId: string
  readonly sessionId: string
  readonly practitionerId: string | null
}

export interface SeatRequest {
  readonly id: string
  readonly visit: Visit
  /** Every seat of the visit so far. */
  readonly seats: readonly Seat[]
  readonly participant: Participant
  /** Null until the room exists. */
  readonly vendorRoomId: string | null
  readonly safeguards: Safeguards
  readonly maxParticipants: number
  readonly now: Date
}

/** Patients act for themselves or through a proxy; a guest was invited; every other caller of the organization is on the practitioner's side. */
export const roleOf = ({ kind, personId }: Pick<Participant, 'kind' | 'personId'>, patientId: string): SeatRole => {
  if (kind === 'member') return 'practitioner'
  if (kind === 'guest') return 'guest'
  return personId === patientId ? 'patient' : 'proxy'
}

export const isHeld = ({ leftAt }: Pick<Seat, 'leftAt'>): boolean => leftAt === null

/** A page that loses its connection takes a new seat. No page loses it more often than this. */
const mostSeatsOfOnePerson = 20
const perMinutes = 10

/** Each seat is a row and a token of the vendor, so one person may not take them without an end. */
const requireSeldom = ({ seats, participant, now }: SeatRequest): void => {
  const from = now.getTime() - perMinutes * 60_000
  const recent = seats.filter(({ personId, takenAt }) => personId === participant.personId && takenAt.getTime() > from)
  const [oldest] = recent
  if (oldest !== undefined && recent.length >= mostSeatsOfOnePerson)
    throw seatsTakenTooOften(Math.max(1, Math.ceil((oldest.takenAt.getTime() - from) / 1_000)))
}

/**
 * A person has one seat in a room: a new seat replaces the previous one. Throws `visit_ended`, `not_admitted` (patients enter after
 * admission; the practitioner may enter before), `not_licensed`, `consent_missing`, `too_many_requests` or `room_full`.
 */
export const takeSeat = (request: SeatRequest): { readonly seat: Seat; readonly replaced: readonly Seat[] } => {
  const { id, visit, seats, participant, safeguards, maxParticipants, vendorRoomId, now } = request
  requireLive(visit)
  const role = roleOf(participant, visit.patientId)
  if (visit.status === 'waiting' && role !== 'practitioner') throw notAdmitted()
  requireSafeguards(visit, stateOf(visit), safeguards)
  requireSeldom(request)
  const held = seats.filter(isHeld)
  const replaced = held.filter(({ personId }) => personId === participant.personId)
  if (held.length - replaced.length >= maxParticipants) throw roomFull()
  const seat: Seat = {
    id,
    visitId: visit.id,
    patientId: visit.patientId,
    personId: participant.personId,
    sessionId: participant.sessionId,
    practitionerId: role === 'practitioner' ? participant.practitionerId : null,
    role,
    takenAt: now,
    leftAt: null,
    reportedAt: null,
    vendorRoomId,
    vendorParticipantId: null,
    // Who comes back has agreed already. To a new request they have not.
    recordingAgreedTo: agreedBefore(seats, participant.personId),
    troubles: {},
  }
  return { seat, replaced }
}

const agreedBefore = (seats: readonly Seat[], personId: string): string | null =>
  seats.findLast((seat) => seat.personId === personId)?.recordingAgreedTo ?? null

/** The patient, or a proxy for them, is in the room. */
export const isOfPatient = (seat: Pick<Seat, 'role' | 'leftAt'>): boolean =>
  isHeld(seat) && (seat.role === 'patient' || seat.role === 'proxy')

/**
 * The session in which a person speaks from their seat is the seat's: after they signed in again during a call, it ends with the new
 * session, and no longer with the one that idled out.
 */
export const continueIn = (seat: Seat, { sessionId }: Pick<Participant, 'sessionId'>): Seat =>
  isHeld(seat) ? { ...seat, sessionId } : seat

export const countTroubles = (troubles: readonly CallTroubleCount[]): TroubleCounts =>
  Object.fromEntries(troubles.map(({ trouble, count }) => [trouble, count]))

/** The troubles of several seats of one person, each once. */
export const sumTroubles = (seats: readonly Pick<Seat, 'troubles'>[]): CallTroubleCount[] => {
  const sums = new Map<string, number>()
  for (const [trouble, count] of seats.flatMap(({ troubles }) => Object.entries(troubles)))
    sums.set(trouble, (sums.get(trouble) ?? 0) + count)
  return [...sums].map(([trouble, count]) => ({ trouble: trouble as CallTroubleCount['trouble'], count }))
}

/** A visit starts when a practitioner and the patient (or their proxy) are in the room together. */
export const arePatientAndPractitionerPresent = (seats: readonly Seat[]): boolean => {
  return seats.filter(isHeld).some(({ practitionerId }) => practitionerId !== null) && seats.some(isOfPatient)
}

export interface SeatReport {
  readonly kind: 'joined' | 'left'
  readonly at: Date
  readonly vendorParticipantId: string | null
}

/** Applies a vendor's report to one seat. Null when nothing changes: the report is known, older than the last one, or of an ended visit. */
export const reported = (seat: Seat, { kind, at, vendorParticipantId }: SeatReport): Seat | null => {
  // Vendors report whole seconds: a person who joins and leaves within one second has left.
  if (
    seat.reportedAt !== null &&
    (at < seat.reportedAt || (kind === 'joined' && at.getTime() === seat.reportedAt.getTime()))
  )
    return null
  if (kind === 'left' && at < seat.takenAt) return null
  return {
    ...seat,
    reportedAt: at,
    leftAt: kind === 'left' ? (seat.leftAt ?? at) : null,
    vendorParticipantId: vendorParticipantId ?? seat.vendorParticipantId,
  }
}

/** A person who came back is in their latest seat. */
export const latestOfEach = (seats: readonly Seat[]): readonly Seat[] => {
  const latest = new Map<string, Seat>()
  for (const seat of seats) {
    latest.delete(seat.personId)
    latest.set(seat.personId, seat)
  }
  return [...latest.values()]
}
