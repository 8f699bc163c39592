import { sql } from 'kysely'
import type { PlatformDatabase } from '../open/open-database.ts'

/**
 * Events and accesses are ordered by transaction id. A dump restored into another cluster has ids that are in the future there: cursors
 * would wait for them and skip everything new. This assigns the current id to such rows and resets the readers, which skip repeated rows
 * by `consumed` and `links`. Does nothing on a database that was not restored.
 */
export const realignAfterRestore = async (database: PlatformDatabase): Promise<boolean> => {
  if (!(await isFromTheFuture(database))) return false
  await database.withOwnerConnection(async (owner) => {
    await owner.execute('begin')
    try {
      for (const table of ['platform.event_rows', 'audit.access_rows']) {
        // Row security applies to an owner that is not a superuser, so it is suspended here.
        await owner.execute(`alter table ${table} no force row level security`)
        await owner.execute(`update ${table} set xid = pg_current_xact_id() where xid > pg_current_xact_id()`)
        await owner.execute(`alter table ${table} force row level security`)
      }
      await owner.execute(
        `update platform.failed_deliveries set event_xid = pg_current_xact_id() where event_xid > pg_current_xact_id()`,
      )
      await owner.execute(`update platform.cursors set xid = '0' where xid > pg_current_xact_id()`)
      await owner.execute(`update audit.position set xid = '0' where xid > pg_current_xact_id()`)
      await owner.execute('commit')
    } catch (error) {
      if (!owner.lost) await owner.execute('rollback')
      throw error
    }
  })
  return true
}

const isFromTheFuture = async (database: PlatformDatabase): Promise<boolean> => {
  const newest = async (role: 'audit' | 'platform', table: string): Promise<boolean> => {
    const { rows } = await sql<{ future: boolean }>`
      select coalesce((select xid from ${sql.table(table)} order by xid desc limit 1) > pg_current_xact_id(), false) as future`.execute(
      database.readerAcross(role),
    )
    return rows[0]?.future ?? false
  }
  for (const [role, table] of [
    ['audit', 'audit.access_rows'],
    ['audit', 'audit.position'],
    ['platform', 'platform.event_rows'],
    ['platform', 'platform.cursors'],
  ] as const) {
    if (await newest(role, table)) return true
  }
  return false
}
