import { sql } from 'kysely'
import type { Config } from '../config.ts'
import { firstIdAt } from '../platform/database/ids/new-id.ts'
import type { PlatformDatabase } from '../platform/database/open/open-database.ts'
import { ok, warning, type Finding } from './finding.ts'

/** A backup at most two days old is required; every hour is advised. */
const oldestHours = 48
const hourMs = 3_600_000

/** When the last backup was completed. The ledger has it, wherever the file is. Organizations are registered before the first visit. */
export const checkBackup = async (
  { mode }: Pick<Config, 'mode'>,
  database: PlatformDatabase,
  now: Date = new Date(),
): Promise<readonly Finding[]> => {
  if (mode === 'development') return []
  const { rows } = await sql<{ at: Date }>`
    select at from audit.accesses
    where operation = 'backup.complete' and id >= ${firstIdAt(now.getTime() - oldestHours * hourMs)}
    order by id desc limit 1`.execute(database.readerAcross('audit'))
  const last = rows[0]
  return [
    last === undefined
      ? warning(
          'backup',
          `No backup was completed in the last ${oldestHours} hours. Run visitkit-server backup every hour, or see that another backup of the database does.`,
        )
      : ok(
          'backup',
          `The last one was completed ${Math.round((now.getTime() - last.at.getTime()) / hourMs)} hours ago.`,
        ),
  ]
}
