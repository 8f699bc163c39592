import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/seams.ts'

/**
 * The oldest transaction that is still under way: everything that commits from now on was written by it or a later one. What is read
 * "since" this mark may include rows that are known already, and misses none, however late they commit.
 */
export const readSyncMark = async (db: AnyKysely): Promise<string> => {
  const { rows } = await sql<{ mark: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as mark`.execute(db)
  return rows[0]!.mark
}
