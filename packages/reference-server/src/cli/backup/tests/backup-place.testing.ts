import { join } from 'node:path'
import { samplePatient } from '../../../domains/directory/tests/lakeside.testing.ts'
import { openDatabase } from '../../../platform/database/open/open-database.ts'
import { copyTemplate, emptyDatabase } from '../../../platform/database/tests/create-test-database.testing.ts'
import { readOutboxPosition } from '../../../platform/events/read-outbox.ts'
import { openHospital, type HospitalRecord, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { prepareServerFixture } from '../../../tests/compose-server.testing.ts'
import { backupCommand } from '../backup-command.ts'
import type { BackupOutcome } from '../backup-outcome.ts'
import { listReleaseMigrations } from '../list-release-migrations.ts'
import { restoreCommand } from '../restore-command.ts'

export type BackupEngine = 'pglite' | 'postgres'

/** A hospital that is closed, with patients in its database, and what a backup of it needs. */
export interface BackupPlace {
  readonly folder: string
  readonly keyFolder: string
  readonly environment: Readonly<Record<string, string>>
  readonly record: HospitalRecord
  readonly patients: readonly { readonly id: string; readonly name: { readonly family: string } }[]
  /** The command `backup` on this deployment. */
  backup(...args: string[]): Promise<BackupOutcome>
  /** The command `restore` into another database, with the keys of this deployment. */
  restore(target: string, ...args: string[]): Promise<BackupOutcome>
  /** A database with nothing in it. */
  emptyDatabase(): Promise<string>
  /** The hospital on the database of this URL. */
  reopen(databaseUrl?: string): Promise<TestHospital>
  remove(): Promise<void>
}

let listed: ReturnType<typeof listReleaseMigrations> | undefined
/** Once for a test file: a server is composed for it. */
const releaseMigrations = (): ReturnType<typeof listReleaseMigrations> => (listed ??= listReleaseMigrations())

const families = ['Alphasample', 'Betasample', 'Gammasample']

export const prepareBackupPlace = async (engine: BackupEngine): Promise<BackupPlace> => {
  const place = await prepareServerFixture(engine)
  const stays = { environment: place.environment, remove: async () => undefined }
  const hospital = await openHospital({ engine }, stays)
  const desk = await hospital.as('front-desk')
  const patients: BackupPlace['patients'][number][] = []
  for (const family of families)
    patients.push((await desk.post('/v1/patients', samplePatient({ name: { given: 'Jane', family } }))).body)
  await hospital.settle()
  await hospital.platform.checkpointer.checkpointNow()
  const record: HospitalRecord = {
    organizationId: hospital.organizationId,
    portal: hospital.portal,
    types: [...hospital.types.values()],
    delivered: await readOutboxPosition(hospital.platform.database.readerAcross('platform')),
  }
  await hospital.stop()

  const removals: (() => Promise<void>)[] = []
  const at = (databaseUrl: string): Record<string, string> => ({
    ...place.environment,
    VISITKIT_DATABASE_URL: databaseUrl,
  })
  return {
    folder: place.folder,
    keyFolder: join(place.folder, 'data', 'keys'),
    environment: place.environment,
    record,
    patients,
    backup: (...args) => backupCommand(args, place.environment),
    restore: (target, ...args) => restoreCommand(args, at(target), releaseMigrations),
    emptyDatabase: async () => {
      const { url, remove } = await copyTemplate(engine, emptyDatabase)
      removals.push(remove)
      return url
    },
    reopen: (databaseUrl = place.environment['VISITKIT_DATABASE_URL'] ?? '') =>
      openHospital({ engine }, { environment: at(databaseUrl), remove: async () => undefined }, record),
    remove: async () => {
      for (const removeOne of removals) await removeOne()
      await place.remove()
    },
  }
}

/** The tables that a database has outside PostgreSQL's own. */
export const tablesIn = async (url: string): Promise<readonly string[]> => {
  const database = await openDatabase({ url, notice: () => undefined })
  try {
    return await database.withOwnerConnection(async (owner) => {
      const { rows } = await owner.execute(
        `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
      )
      return (rows as { name: string }[]).map(({ name }) => name)
    })
  } finally {
    await database.close()
  }
}
