import type { components } from '@visitkit/contract'
import type { ParticipantReport } from './follow-reports.ts'
import type { Seat } from './seat.ts'

export interface HeldReport {
  readonly reason: components['schemas']['PartnerHoldReason']
  /** The same for reports that ask a person the same question: about one room that is not known, there may be hundreds. */
  readonly subject: string
}

/** As it came. */
export interface StoredReport extends HeldReport {
  readonly vendor: string
  /** Which version of the reader read it. */
  readonly reader: string
  readonly bytes: Uint8Array
}

type Report =
  (ParticipantReport & { readonly id: string }) | { readonly id: string; readonly fault: 'unknown-code' | 'unreadable' }

interface Known {
  /** Seats that the reports name. */
  readonly seats: readonly Pick<Seat, 'id' | 'vendorRoomId'>[]
  /** Rooms of visits here, and of other organizations of this deployment: an account reports each room to all of them. */
  readonly rooms: ReadonlySet<string>
  readonly roomsElsewhere: ReadonlySet<string>
}

/** Why a report waits for a person; null if it does not. */
export const holdOf = (report: Report, { seats, rooms, roomsElsewhere }: Known): HeldReport | null => {
  if ('fault' in report) return { reason: report.fault, subject: report.id }
  const { vendorRoomId: room, seatId, type } = report
  const seat = seats.find(({ id }) => id === seatId)
  if (seat) return seat.vendorRoomId === room ? null : { reason: 'contradictory', subject: `${seat.id} in ${room}` }
  if (roomsElsewhere.has(room)) return null
  if (!rooms.has(room)) return { reason: 'unknown-room', subject: room }
  const isAboutPerson = type === 'participant-joined' || type === 'participant-left'
  return isAboutPerson ? { reason: 'unknown-room', subject: `${seatId ?? 'no seat'} in ${room}` } : null
}
