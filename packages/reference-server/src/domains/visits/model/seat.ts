import type { components } from '@visitkit/contract'
import type { CallerKind } from '../../../platform/contracts/caller.ts'
import { notAdmitted, roomFull } from '../problems.ts'
import { requireLive, requireSafeguards, stateOf, type Safeguards, type Visit } from './visit.ts'

export type SeatRole = components['schemas']['SeatRole']

/** One participant's right to be in the room. The vendor's token is not part of it: that is answered once and kept nowhere. */
export interface Seat {
  readonly id: string
  readonly visitId: string
  readonly patientId: string
  readonly personId: string
  /** Signals reach the seat through this session and no other. */
  readonly sessionId: string
  /** Of the practitioner who treats; null for everyone else, nurses included. */
  readonly practitionerId: string | null
  readonly role: SeatRole
  readonly takenAt: Date
  /** Null while it is held. */
  readonly leftAt: Date | null
  /** When the vendor last reported this seat: older reports that arrive later change nothing. */
  readonly reportedAt: Date | null
  /** The room that the seat was issued in; null while it is only decided on. A visit's room may be replaced, a seat's never. */
  readonly vendorRoomId: string | null
  /** The vendor's id of the person's connection, once it was reported. Some vendors eject by it. */
  readonly vendorParticipantId: string | null
}

/** Who asks for the seat. */
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
  /** Null while the room is not open yet. */
  readonly vendorRoomId: string | null
  readonly safeguards: Safeguards
  readonly maxParticipants: number
  readonly now: Date
}

/** Patients act as themselves or through a proxy; anyone who works for the organization sits on the practitioner's side. */
export const roleOf = ({ kind, personId }: Pick<Participant, 'kind' | 'personId'>, patientId: string): SeatRole => {
  if (kind === 'member') return 'practitioner'
  return personId === patientId ? 'patient' : 'proxy'
}

export const isHeld = ({ leftAt }: Pick<Seat, 'leftAt'>): boolean => leftAt === null

/**
 * A person has one seat in a room: a page that comes back gives up the one before. Throws `visit_ended`, `not_admitted` (patients come
 * in once admitted; the practitioner may sit down before), `not_licensed`, `consent_missing` or `room_full`.
 */
export const takeSeat = (request: SeatRequest): { readonly seat: Seat; readonly replaced: readonly Seat[] } => {
  const { id, visit, seats, participant, safeguards, maxParticipants, vendorRoomId, now } = request
  requireLive(visit)
  const role = roleOf(participant, visit.patientId)
  if (visit.status === 'waiting' && role !== 'practitioner') throw notAdmitted()
  requireSafeguards(visit, stateOf(visit), safeguards)
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
  }
  return { seat, replaced }
}

/** A visit starts once a practitioner and the patient (or who acts for them) are in the room together. */
export const areTogether = (seats: readonly Seat[]): boolean => {
  const held = seats.filter(isHeld)
  return (
    held.some(({ practitionerId }) => practitionerId !== null) &&
    held.some(({ role }) => role === 'patient' || role === 'proxy')
  )
}

export interface SeatReport {
  readonly kind: 'joined' | 'left'
  readonly at: Date
  readonly vendorParticipantId: string | null
}

/** What a vendor's report says about one seat; null when it changes nothing (known, older than what is known, or of an ended visit). */
export const reported = (seat: Seat, { kind, at, vendorParticipantId }: SeatReport): Seat | null => {
  // Vendors keep whole seconds: a person who joins and leaves within one has left.
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
