import { sql } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { StoredReport } from '../model/held-report.ts'
import type { VideoVendor } from '../model/visit.ts'
import { bytesOf, storedBytes, type StoredBytes } from './stored-bytes.ts'
import { tablesOf } from './tables.ts'

const table = 'visits.held_reports'

/** Stores a report as it came. */
export const insertHeldReport = (id: string, { vendor, reader, reason, subject, bytes }: StoredReport): Write => ({
  statement: insert,
  values: [id, vendor, reader, reason, subject, null],
  sealed: { at: 5, rowId: id, patientId: null, value: storedBytes(bytes) },
})
const insert = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'vendor', 'reader', 'reason', 'subject', 'sealed'],
  values: ['$1::uuid', '$2::text', '$3::text', '$4::text', '$5::text', '$6::bytea'],
  isConditional: false,
})

/** A report, decrypted; null if it was deleted. */
export const findHeldReport = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  id: string,
): Promise<StoredReport | null> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const place = { organizationId: caller.organizationId, table, rowId: id, patientId: null }
  const stored = await vault.open<StoredBytes>(db, access, place, row.sealed)
  const { vendor, reader, reason, subject } = row
  return { vendor, reader, reason, subject, bytes: bytesOf(stored) }
}

/** Those of the rooms that a visit of these organizations has, or for which one was being opened in the last day. */
export const listRoomsOf = async (
  db: AnyKysely,
  organizationIds: readonly string[],
  vendor: VideoVendor,
  rooms: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (rooms.length === 0 || organizationIds.length === 0) return new Set()
  const { rows } = await sql<{ readonly room: string }>`
    select room from visits.rooms_of(${organizationIds}::uuid[], ${vendor}, ${rooms}::text[]) as room`.execute(db)
  return new Set(rows.map(({ room }) => room))
}
