import { Problem } from '../../../platform/problems/problem.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import { vendorUnavailable } from '../../../vendors/video/problems.ts'
import type { VideoProvider } from '../../../vendors/video/provider.ts'
import type { Room, VisitFacts } from '../model/visit.ts'
import type { VisitsPolicy } from '../model/visits-policy.ts'
import { beginAttempt, moveRoomEnd, settleAttempt, type AttemptRequest } from '../store/room-attempts.ts'

const hour = 3_600_000

export interface RoomRequest {
  readonly provider: VideoProvider
  readonly organizationId: string
  readonly visit: Pick<VisitFacts, 'id' | 'room'>
  readonly now: Date
}

/** The room of this visit: created if missing, extended if it ends within the hour. May call the vendor, so never inside a transaction. */
export type RoomOfVisit = (request: RoomRequest) => Promise<Room>

/**
 * Creates rooms so that a crash leaves none behind: the attempt is committed, the vendor is called, and its response is committed to the
 * visit (docs/decisions/0029). A process that dies in between leaves an attempt, which the next request continues or jobs/sweep-rooms.ts
 * gives up together with its room.
 */
export const createRoomOfVisit = (run: RunForOrganization, policy: VisitsPolicy): RoomOfVisit => {
  /** In this process, concurrent requests for seats wait for one room. */
  const underWay = new Map<string, Promise<Room>>()

  const open = async ({ provider, organizationId, now }: RoomRequest, wanted: AttemptRequest): Promise<Room> => {
    const begun = await run(organizationId, now, (context) => beginAttempt(context, wanted))
    if ('room' in begun) return begun.room
    const { attempt } = begun
    const { maxParticipants } = provider.capabilities(now)
    const { key, closesAt } = attempt
    const room = await provider.openRoom({ key, closesAt, maxParticipants, features: [] }, now)
    const settled = await run(organizationId, now, (context) => settleAttempt(context, attempt, room))
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
    if (visit.room === null) return open(request, { visitId: visit.id, closesAt, missingRoomId: null })
    if (!covered.has('extend')) return visit.room
    const extended = await provider.extendRoom(visit.room, closesAt)
    if (extended === null) return open(request, { visitId: visit.id, closesAt, missingRoomId: visit.room.vendorRoomId })
    await run(organizationId, now, ({ tx }) => moveRoomEnd(tx, visit.id, extended))
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
