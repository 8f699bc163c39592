import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import { vendorUnavailable } from '../../../vendors/video/problems.ts'
import type { VideoProvider } from '../../../vendors/video/provider.ts'
import { newRoomKey } from '../../../vendors/video/room-key.ts'
import { beginAttempt, settleAttempt, type AttemptRequest, type RoomAttempt } from '../model/room-attempt.ts'
import type { Room, VisitFacts } from '../model/visit.ts'
import type { VisitsPolicy } from '../model/visits-policy.ts'
import {
  assignRoom,
  insertAttempt,
  moveRoomEnd,
  readAttempt,
  readRoomState,
  roomAttempts,
} from '../store/room-attempts.ts'

const hour = 3_600_000

export interface RoomRequest {
  readonly provider: VideoProvider
  readonly organizationId: string
  readonly visit: Pick<VisitFacts, 'id' | 'room'>
  readonly now: Date
}

/** The room of this visit: created if missing, extended if it ends within the hour. May call the vendor, so never inside a transaction. */
export type RoomOfVisit = (request: RoomRequest) => Promise<Room>

export interface RoomOfVisitDeps {
  readonly readerOf: (organizationId: string) => AnyKysely
  readonly keep: KeepForOrganization
  readonly policy: VisitsPolicy
}

type Wanted = Pick<AttemptRequest, 'closesAt' | 'missingRoomId'>
type Begun = ReturnType<typeof beginAttempt>

/**
 * Creates rooms so that a crash leaves none behind: the attempt is committed, the vendor is called, and its response is committed to the
 * visit (docs/decisions/0029). A process that dies in between leaves an attempt, which the next request continues or jobs/sweep-rooms.ts
 * gives up together with its room.
 */
export const createRoomOfVisit = ({ readerOf, keep, policy }: RoomOfVisitDeps): RoomOfVisit => {
  /** In this process, concurrent requests for seats wait for one room. */
  const underWay = new Map<string, Promise<Room>>()

  /** Stores that the vendor is about to be called, unless the visit has a room or another request is calling. */
  const begin = async ({ organizationId, visit, now }: RoomRequest, wanted: Wanted): Promise<Begun> => {
    const decided: { begun?: Begun } = {}
    await keep(organizationId, now, async (_, { newId }) => {
      const state = await readRoomState(readerOf(organizationId), visit.id)
      const begun = beginAttempt(state, { ...wanted, id: newId(), key: newRoomKey(), now })
      decided.begun = begun
      return { writes: 'attempt' in begun && begun.isNew ? [insertAttempt(begun.attempt)] : [], answer: undefined }
    })
    if (decided.begun === undefined) throw new Error('The attempt was not decided.')
    return decided.begun
  }

  /** Stores the vendor's room in the visit, and returns the room that the visit has then. */
  const settle = async (
    { organizationId, now }: RoomRequest,
    { missingRoomId }: Wanted,
    attempt: RoomAttempt,
    room: Room,
  ): Promise<Room | null> => {
    const decided: { room: Room | null } = { room: null }
    await keep(organizationId, now, async () => {
      const { visit, state } = await readAttempt(readerOf(organizationId), attempt)
      const settled = settleAttempt(visit, state, missingRoomId, room)
      decided.room = settled.room
      if (settled.state === state) return { answer: undefined }
      const isOpen = settled.state === 'open'
      const before = { ...attempt, state }
      const after = { ...before, state: settled.state, vendorRoomId: isOpen ? room.vendorRoomId : null }
      return {
        writes: [...(isOpen ? [assignRoom(visit, room)] : []), roomAttempts.replace(after, before)],
        answer: undefined,
      }
    })
    return decided.room
  }

  const open = async (request: RoomRequest, wanted: Wanted): Promise<Room> => {
    const { provider, now } = request
    const begun = await begin(request, wanted)
    if ('room' in begun) return begun.room
    const { attempt } = begun
    const { maxParticipants } = provider.capabilities(now)
    const { key, closesAt } = attempt
    const room = await provider.openRoom({ key, closesAt, maxParticipants, features: [] }, now)
    const settled = await settle(request, wanted, attempt, room)
    if (settled?.vendorRoomId === room.vendorRoomId) return settled
    // The visit has another room, or no longer needs one. If closing fails, the sweep finds the room.
    await closeQuietly(provider, room, now)
    if (settled !== null) return settled
    throw vendorUnavailable('the room came too late for its visit')
  }

  const openOrExtend = async (request: RoomRequest): Promise<Room> => {
    const { provider, organizationId, visit, now } = request
    const closesAt = new Date(now.getTime() + policy.roomHours * hour)
    const { covered, maxParticipants } = provider.capabilities(now)
    // Without a vendor there is nothing to lose: the visit is the room, and is stored with the seat.
    if (!covered.has('roomsAtVendor'))
      return provider.openRoom({ key: visit.id, closesAt, maxParticipants, features: [] }, now)
    if (visit.room === null) return open(request, { closesAt, missingRoomId: null })
    if (!covered.has('extend')) return visit.room
    const extended = await provider.extendRoom(visit.room, closesAt)
    if (extended === null) return open(request, { closesAt, missingRoomId: visit.room.vendorRoomId })
    await keep(organizationId, now, () => ({ writes: [moveRoomEnd(visit.id, extended)], answer: undefined }))
    return extended
  }

  return (request) => {
    const { visit, now } = request
    if (visit.room !== null && visit.room.closesAt.getTime() - now.getTime() > hour) return Promise.resolve(visit.room)
    const known = underWay.get(visit.id)
    if (known !== undefined) return known
    const work = openOrExtend(request).finally(() => underWay.delete(visit.id))
    underWay.set(visit.id, work)
    return work
  }
}

const closeQuietly = async (provider: VideoProvider, room: Room, now: Date): Promise<void> => {
  if (!provider.capabilities(now).covered.has('end')) return
  await provider.closeRoom(room.vendorRoomId).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
  })
}
