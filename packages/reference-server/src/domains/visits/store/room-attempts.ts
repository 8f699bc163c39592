import { visitEnded } from '../problems.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { newRoomKey } from '../../../vendors/video/room-key.ts'
import type { Room, VideoVendor, VisitFacts } from '../model/visit.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf, roomColumns } from './visits.ts'

/** One attempt to create a visit's room, stored before the vendor is called. */
export interface RoomAttempt {
  readonly id: string
  readonly visitId: string
  readonly key: string
  readonly requestedAt: Date
  readonly closesAt: Date
  /** The room that the visit has from it; null while that is unknown, or when it has none. */
  readonly vendorRoomId: string | null
}

/** A call to a vendor is over long before this. Milliseconds. */
const attemptTimeoutMs = 60_000

const attemptOf = (row: {
  id: string
  visit_id: string
  key: string
  requested_at: Date
  closes_at: Date
  vendor_room_id: string | null
}): RoomAttempt => ({
  id: row.id,
  visitId: row.visit_id,
  key: row.key,
  requestedAt: row.requested_at,
  closesAt: row.closes_at,
  vendorRoomId: row.vendor_room_id,
})

/** Locks the visit, so that two requests for its room run one after the other. */
const lockVisit = async (tx: AnyKysely, visitId: string): Promise<VisitFacts> =>
  factsOf(
    await tablesOf(tx)
      .selectFrom('visits.visits')
      .select(factColumns)
      .where('id', '=', visitId)
      .forUpdate()
      .executeTakeFirstOrThrow(),
  )

export interface AttemptRequest {
  readonly visitId: string
  readonly closesAt: Date
  /** The room that the vendor no longer has, if the visit had one. */
  readonly missingRoomId: string | null
}

/**
 * Stores that the vendor is about to be called, or returns the existing room. Joins an attempt in progress; an attempt that a dead process
 * left behind is given up. Throws `visit_ended`.
 */
export const beginAttempt = async (
  { tx, caller, newId, now }: WriteContext,
  { visitId, closesAt, missingRoomId }: AttemptRequest,
): Promise<{ readonly room: Room } | { readonly attempt: RoomAttempt }> => {
  const visit = await lockVisit(tx, visitId)
  if (visit.status === 'ended') throw visitEnded()
  if (visit.room !== null && visit.room.vendorRoomId !== missingRoomId) return { room: visit.room }
  const under = await tablesOf(tx)
    .selectFrom('visits.room_attempts')
    .selectAll()
    .where('visit_id', '=', visitId)
    .where('state', '=', 'opening')
    .forUpdate()
    .executeTakeFirst()
  if (under !== undefined) {
    if (now.getTime() - under.requested_at.getTime() < attemptTimeoutMs) return { attempt: attemptOf(under) }
    await abandonAttempt(tx, under.id)
  }
  const attempt: RoomAttempt = {
    id: newId(),
    visitId,
    key: newRoomKey(),
    requestedAt: now,
    // Vendors store whole seconds.
    closesAt: new Date(Math.floor(closesAt.getTime() / 1000) * 1000),
    vendorRoomId: null,
  }
  await tablesOf(tx)
    .insertInto('visits.room_attempts')
    .values({
      organization_id: caller.organizationId,
      id: attempt.id,
      visit_id: visitId,
      vendor: visit.vendor,
      key: attempt.key,
      state: 'opening',
      requested_at: attempt.requestedAt,
      closes_at: attempt.closesAt,
      vendor_room_id: null,
      swept_at: null,
    })
    .execute()
  return { attempt }
}

const abandonAttempt = async (tx: AnyKysely, id: string): Promise<void> => {
  await tablesOf(tx).updateTable('visits.room_attempts').set({ state: 'abandoned' }).where('id', '=', id).execute()
}

/**
 * Stores the vendor's room in the visit and returns the room that the visit has now. It is a different one when a concurrent request
 * settled the attempt first, and null when the visit has ended or the attempt was given up: then no visit uses the room.
 */
export const settleAttempt = async (
  { tx }: WriteContext,
  { id, visitId }: RoomAttempt,
  room: Room,
): Promise<Room | null> => {
  const visit = await lockVisit(tx, visitId)
  const { state } = await tablesOf(tx)
    .selectFrom('visits.room_attempts')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (state === 'open') return visit.room
  if (state === 'abandoned') return null
  if (visit.status === 'ended') {
    await abandonAttempt(tx, id)
    return null
  }
  await tablesOf(tx).updateTable('visits.visits').set(roomColumns(room)).where('id', '=', visitId).execute()
  await tablesOf(tx)
    .updateTable('visits.room_attempts')
    .set({ state: 'open', vendor_room_id: room.vendorRoomId })
    .where('id', '=', id)
    .execute()
  return room
}

/** The room's expiry was extended at the vendor. Does nothing when the visit has another room by now. */
export const moveRoomEnd = async (tx: AnyKysely, visitId: string, room: Room): Promise<void> => {
  await tablesOf(tx)
    .updateTable('visits.visits')
    .set({ room_closes_at: room.closesAt })
    .where('id', '=', visitId)
    .where('vendor_room_id', '=', room.vendorRoomId)
    .execute()
}

const selectAttemptsToSweep = (db: AnyKysely, vendor: VideoVendor, before: Date) =>
  tablesOf(db)
    .selectFrom('visits.room_attempts')
    .where('vendor', '=', vendor)
    .where('swept_at', 'is', null)
    .where('requested_at', '<', before)

/** Whether there is anything to sweep. */
export const hasAttemptsToSweep = async (db: AnyKysely, vendor: VideoVendor, before: Date): Promise<boolean> =>
  (await selectAttemptsToSweep(db, vendor, before).select('id').limit(1).executeTakeFirst()) !== undefined

/**
 * Unswept attempts that began before `before`, oldest first. Those that are still `opening` are given up in the same transaction: from then
 * on no response can assign their room to the visit, and the room may be deleted.
 */
export const attemptsToSweep = async (
  { tx }: WriteContext,
  vendor: VideoVendor,
  before: Date,
): Promise<readonly RoomAttempt[]> => {
  await tablesOf(tx)
    .updateTable('visits.room_attempts')
    .set({ state: 'abandoned' })
    .where('vendor', '=', vendor)
    .where('state', '=', 'opening')
    .where('requested_at', '<', before)
    .execute()
  return (
    await selectAttemptsToSweep(tx, vendor, before).selectAll().orderBy('requested_at').limit(1000).execute()
  ).map(attemptOf)
}

/** Those of these rooms that a visit uses. */
export const roomsInUse = async (
  db: AnyKysely,
  vendor: VideoVendor,
  vendorRoomIds: readonly string[],
): Promise<readonly string[]> => {
  const visits = await tablesOf(db)
    .selectFrom('visits.visits')
    .select('vendor_room_id')
    .where('vendor', '=', vendor)
    .where('vendor_room_id', 'in', vendorRoomIds)
    .execute()
  return visits.flatMap(({ vendor_room_id: id }) => (id === null ? [] : [id]))
}

/** Marks these attempts as swept, and deletes attempts that were swept more than a day ago. */
export const markSwept = async (tx: AnyKysely, attempts: readonly RoomAttempt[], now: Date): Promise<void> => {
  const ids = attempts.map(({ id }) => id)
  await tablesOf(tx).updateTable('visits.room_attempts').set({ swept_at: now }).where('id', 'in', ids).execute()
  const dayBefore = new Date(now.getTime() - 86_400_000)
  await tablesOf(tx).deleteFrom('visits.room_attempts').where('swept_at', '<', dayBefore).execute()
}
