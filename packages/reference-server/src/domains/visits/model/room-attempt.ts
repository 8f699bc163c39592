import { visitEnded } from '../problems.ts'
import type { Room, VideoVendor, VisitFacts } from './visit.ts'

/**
 * `opening`: the vendor was called, and its response is not known. `open`: the visit has the room. `abandoned`: no visit may use a room from
 * it.
 */
export type RoomAttemptState = 'opening' | 'open' | 'abandoned'

/** One attempt to create a visit's room, stored before the vendor is called. */
export interface RoomAttempt {
  readonly id: string
  readonly visitId: string
  readonly vendor: VideoVendor
  readonly key: string
  readonly state: RoomAttemptState
  readonly requestedAt: Date
  readonly closesAt: Date
  /** The room that the visit has from it; null while that is unknown, or when it has none. */
  readonly vendorRoomId: string | null
}

/** A call to a vendor is over long before this. Milliseconds. */
export const attemptTimeoutMs = 60_000

/** What the next attempt depends on. */
export interface RoomState {
  readonly visit: VisitFacts
  /** The attempt in progress. */
  readonly underWay: RoomAttempt | null
}

export interface AttemptRequest {
  readonly id: string
  readonly key: string
  readonly closesAt: Date
  /** The room that the vendor no longer has, if the visit had one. */
  readonly missingRoomId: string | null
  readonly now: Date
}

/**
 * The room that the visit has, the attempt in progress, or a new one. One that a dead process left behind is not continued. Throws
 * `visit_ended`.
 */
export const beginAttempt = (
  { visit, underWay }: RoomState,
  { id, key, closesAt, missingRoomId, now }: AttemptRequest,
): { readonly room: Room } | { readonly attempt: RoomAttempt; readonly isNew: boolean } => {
  if (visit.status === 'ended') throw visitEnded()
  if (visit.room !== null && visit.room.vendorRoomId !== missingRoomId) return { room: visit.room }
  if (underWay !== null && now.getTime() - underWay.requestedAt.getTime() < attemptTimeoutMs)
    return { attempt: underWay, isNew: false }
  return {
    isNew: true,
    attempt: {
      id,
      visitId: visit.id,
      vendor: visit.vendor,
      key,
      state: 'opening',
      requestedAt: now,
      // Vendors store whole seconds.
      closesAt: new Date(Math.floor(closesAt.getTime() / 1000) * 1000),
      vendorRoomId: null,
    },
  }
}

/**
 * The state of the attempt once the vendor has returned `room`, and the room that the visit has then. It is a different one when a concurrent
 * request has settled the attempt or another one first, and null when the visit has ended or the attempt was given up: then no visit uses
 * the room.
 */
export const settleAttempt = (
  visit: VisitFacts,
  state: RoomAttemptState,
  missingRoomId: string | null,
  room: Room,
): { readonly state: RoomAttemptState; readonly room: Room | null } => {
  if (state === 'open') return { state, room: visit.room }
  if (state === 'abandoned') return { state, room: null }
  if (visit.status === 'ended') return { state: 'abandoned', room: null }
  const hasOther = visit.room !== null && visit.room.vendorRoomId !== missingRoomId
  return hasOther ? { state: 'abandoned', room: visit.room } : { state: 'open', room }
}
