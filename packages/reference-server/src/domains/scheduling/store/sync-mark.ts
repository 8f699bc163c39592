import { sql, type RawBuilder } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'

/**
 * The oldest transaction that is still under way: everything that commits from now on was written by it or a later one. What is read
 * "since" this mark may include rows that are known already, and misses none, however late they commit.
 */
export const readSyncMark = async (db: AnyKysely): Promise<string> => {
  const {
    rows: [row],
  } = await sql<{ mark: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as mark`.execute(db)
  if (!row) throw new Error('a select without a from has one row')
  return row.mark
}

/**
 * Rows that were changed by the transaction `since` or a later one. What we can see was written before the snapshot's end; a higher
 * number comes from another cluster, of which this database is a restored copy, and was read with everything else at first.
 */
export const changedSince = (since: string | null): RawBuilder<boolean> =>
  sql<boolean>`xid >= ${since}::xid8 and xid < pg_snapshot_xmax(pg_current_snapshot())`
