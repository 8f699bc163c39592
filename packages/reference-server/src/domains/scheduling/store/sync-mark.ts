import { sql, type RawBuilder } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'

/**
 * The oldest transaction in progress: every future commit is written by it or a later one. Reading changes "since" this mark may return
 * known rows, and misses none, however late they commit.
 */
export const readSyncMark = async (db: AnyKysely): Promise<string> => {
  const {
    rows: [row],
  } = await sql<{ mark: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as mark`.execute(db)
  if (!row) throw new Error('a select without a from has one row')
  return row.mark
}

/**
 * Rows that the transaction `since` or a later one changed. Every visible row was written before the end of the snapshot; a higher number
 * comes from another cluster, of which this database is a restored copy, and was read by the initial sync.
 */
export const changedSince = (since: string | null): RawBuilder<boolean> =>
  sql<boolean>`xid >= ${since}::xid8 and xid < pg_snapshot_xmax(pg_current_snapshot())`
