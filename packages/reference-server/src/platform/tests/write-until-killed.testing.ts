import { join } from 'node:path'
import { sql } from 'kysely'
import type { Migration } from '../contracts/migration.ts'
import { testCaller, testRow, testRequestContext } from './create-platform.testing.ts'
import { createPlatform, type Platform, type PlatformOptions } from '../create-platform.ts'
import { domainSchema } from '../database/migrate/domain-schema.ts'
import { newId } from '../database/ids/new-id.ts'
import { tenantTable } from '../database/migrate/tenant-table.ts'

/** Migrations shared by the test and the process that it kills. */
const killedMigrations: readonly Migration[] = [
  {
    id: 'gardens/0001-beds',
    statements: [...domainSchema('gardens'), ...tenantTable({ schema: 'gardens', name: 'beds', columns: {} })],
  },
]
export const killedPlatform = (folder: string): PlatformOptions => ({
  databaseUrl: `pglite:${join(folder, 'data')}`,
  keyFolder: join(folder, 'keys'),
  journalFile: join(folder, 'audit.journal'),
  checkpointFile: join(folder, 'checkpoints.ndjson'),
  clock: () => new Date(),
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
})
export const openKilledPlatform = async (folder: string): Promise<Platform> => {
  const platform = await createPlatform(killedPlatform(folder))
  await platform.migrate(killedMigrations)
  return platform
}

/** Writes and reads without end, and prints each act once it was acknowledged: `W <bed> <access>` or `R <access>`. */
const writeUntilKilled = async (folder: string): Promise<never> => {
  const platform = await openKilledPlatform(folder)
  await platform.start()
  const caller = testCaller()
  const one = async (): Promise<void> => {
    for (;;) {
      const [bed, written, read] = [newId(), newId(), newId()]
      await platform.unitOfWork.run(
        {
          domain: 'gardens',
          context: testRequestContext(caller),
          idempotency: null,
          audit: () => [testRow(caller, 'patient-1', { id: written })],
        },
        async ({ tx }) => {
          await sql`insert into gardens.beds (organization_id, id) values (${caller.organizationId}, ${bed})`.execute(
            tx,
          )
        },
      )
      process.stdout.write(`W ${bed} ${written}\n`)
      await platform.ledger.append([testRow(caller, 'patient-1', { id: read })])
      process.stdout.write(`R ${read}\n`)
    }
  }
  await Promise.all([one(), one(), one()])
  throw new Error('unreachable')
}

if (import.meta.main) await writeUntilKilled(process.argv[2] as string)
