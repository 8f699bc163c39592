import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { attemptTimeoutMs, type RoomAttempt, type RoomAttemptState, type RoomState } from '../model/room-attempt.ts'
import type { Room, VideoVendor, VisitFacts } from '../model/visit.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf } from './visits.ts'

const table = 'visits.room_attempts'

/** A replacement is stored only if the attempt is in the same state. */
export const roomAttempts = factTable<RoomAttempt>(
  table,
  {
    id: ['id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    vendor: ['vendor', 'text'],
    key: ['key', 'text'],
    state: ['state', 'text'],
    requestedAt: ['requested_at', 'timestamptz'],
    closesAt: ['closes_at', 'timestamptz'],
    vendorRoomId: ['vendor_room_id', 'text'],
  },
  { fixed: ['visitId', 'vendor', 'key', 'requestedAt', 'closesAt'], guard: ['state'] },
)

/** The visit, and the attempt in progress. */
export const readRoomState = async (db: AnyKysely, visitId: string): Promise<RoomState> => {
  const row = await tablesOf(db)
    .selectFrom('visits.visits as visit')
    .leftJoin('visits.room_attempts as attempt', (join) =>
      join.onRef('attempt.visit_id', '=', 'visit.id').on('attempt.state', '=', 'opening'),
    )
    .select(factColumns.map((column) => `visit.${column}` as const))
    .select(['attempt.id as attempt_id', 'attempt.key', 'attempt.requested_at', 'attempt.closes_at'])
    .where('visit.id', '=', visitId)
    .executeTakeFirstOrThrow()
  const visit = factsOf(row)
  const { attempt_id: id, key, requested_at: requestedAt, closes_at: closesAt } = row
  const { vendor } = visit
  return {
    visit,
    underWay:
      id === null || key === null || requestedAt === null || closesAt === null
        ? null
        : { id, visitId, vendor, key, state: 'opening', requestedAt, closesAt, vendorRoomId: null },
  }
}

/** The visit of an attempt, and the state of the attempt. */
export const readAttempt = async (
  db: AnyKysely,
  { id, visitId }: RoomAttempt,
): Promise<{ readonly visit: VisitFacts; readonly state: RoomAttemptState }> => {
  const row = await tablesOf(db)
    .selectFrom('visits.visits as visit')
    .innerJoin('visits.room_attempts as attempt', 'attempt.visit_id', 'visit.id')
    .select(factColumns.map((column) => `visit.${column}` as const))
    .select('attempt.state')
    .where('visit.id', '=', visitId)
    .where('attempt.id', '=', id)
    .executeTakeFirstOrThrow()
  return { visit: factsOf(row), state: row.state }
}

/** Conditional: no other one of the visit is in progress. One that has taken too long is given up first. */
export const insertAttempt = (attempt: RoomAttempt): Write => ({
  statement: insertOpening,
  values: [
    ...[attempt.id, attempt.visitId, attempt.vendor, attempt.key, attempt.requestedAt, attempt.closesAt],
    new Date(attempt.requestedAt.getTime() - attemptTimeoutMs),
  ],
})
const insertOpening = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'visit_id', 'vendor', 'key', 'requested_at', 'closes_at', 'state'],
  values: [...['$1::uuid', '$2::uuid', '$3::text', '$4::text', '$5::timestamptz', '$6::timestamptz'], "'opening'"],
  clears: `update visits.room_attempts set state = 'abandoned'
    where visit_id = $2::uuid and state = 'opening' and requested_at <= $7::timestamptz`,
  isConditional: true,
})

/** Gives the visit its room. Conditional: it has not ended, and has the same room as before, or none. */
export const assignRoom = (visit: VisitFacts, { vendorRoomId, url, closesAt, endsBy }: Room): Write => ({
  statement: updateRoom,
  values: [visit.id, vendorRoomId, url, closesAt, endsBy, visit.room?.vendorRoomId ?? null],
})
const updateRoom = writeStatement({
  kind: 'update',
  table: 'visits.visits',
  set: `vendor_room_id = $2::text, room_url = $3::text, room_closes_at = $4::timestamptz, room_ends_by = $5::text`,
  where: `id = $1::uuid and status <> 'ended' and vendor_room_id is not distinct from $6::text`,
  isConditional: true,
})

/** The room's expiry was extended at the vendor. Does nothing when the visit has another room by now. */
export const moveRoomEnd = (visitId: string, { vendorRoomId, closesAt }: Room): Write => ({
  statement: updateRoomEnd,
  values: [visitId, vendorRoomId, closesAt],
})
const updateRoomEnd = writeStatement({
  kind: 'update',
  table: 'visits.visits',
  set: 'room_closes_at = $3::timestamptz',
  where: 'id = $1::uuid and vendor_room_id = $2::text',
  isConditional: false,
})

/** Gives up every attempt in progress that began before `before`: no response can assign its room to the visit, and it may be deleted. */
export const abandonAttempts = (vendor: VideoVendor, before: Date): Write => ({
  statement: updateAbandoned,
  values: [vendor, before],
})
const updateAbandoned = writeStatement({
  kind: 'update',
  table,
  set: "state = 'abandoned'",
  where: "vendor = $1::text and state = 'opening' and requested_at < $2::timestamptz",
  isConditional: false,
})

/** Unswept attempts that began before `before`, oldest first. */
export const listAttemptsToSweep = async (
  db: AnyKysely,
  vendor: VideoVendor,
  before: Date,
): Promise<readonly RoomAttempt[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('vendor', '=', vendor)
    .where('swept_at', 'is', null)
    .where('requested_at', '<', before)
    .orderBy('requested_at')
    .limit(1000)
    .execute()
  return rows.map(roomAttempts.factOf)
}

/** Those of these rooms that a visit uses. */
export const listRoomsInUse = async (
  db: AnyKysely,
  vendor: VideoVendor,
  vendorRoomIds: readonly string[],
): Promise<readonly string[]> => {
  const visits = await tablesOf(db)
    .selectFrom('visits.visits')
    .select('vendor_room_id')
    .where('vendor', '=', vendor)
    .where('vendor_room_id', '=', sql<string>`any(${vendorRoomIds}::text[])`)
    .execute()
  return visits.flatMap(({ vendor_room_id: id }) => (id === null ? [] : [id]))
}

/** Marks these attempts as swept, and deletes attempts that were swept more than a day ago. */
export const sweepAttempts = (attempts: readonly RoomAttempt[], now: Date): readonly Write[] => [
  { statement: updateSwept, values: [attempts.map(({ id }) => id), now] },
  { statement: deleteSwept, values: [new Date(now.getTime() - 86_400_000)] },
]
const updateSwept = writeStatement({
  kind: 'update',
  table,
  set: 'swept_at = $2::timestamptz',
  where: 'id = any($1::uuid[])',
  isConditional: false,
})
const deleteSwept = writeStatement({
  kind: 'delete',
  table,
  where: 'swept_at < $1::timestamptz',
  isConditional: false,
})
