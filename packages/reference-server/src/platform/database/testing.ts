import { createHash, randomBytes } from 'node:crypto'
import { cp, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Migration } from '../../domain-module.ts'
import { hashOf, migrate } from './migrate.ts'
import { openDatabase, type PlatformDatabase } from './open-database.ts'
import { platformMigrations } from './platform-migrations.ts'

export interface PreparedDatabase {
  /** The owner's. An embedded database can be opened once at a time. */
  readonly url: string
  /** When everybody has closed it. */
  remove(): Promise<void>
}

export interface TestDatabase {
  readonly database: PlatformDatabase
  /** The owner's URL: opens the same database a second time (PostgreSQL only). */
  readonly url: string
  close(): Promise<void>
}

export interface PreparedDatabaseOptions {
  readonly engine: 'postgres' | 'pglite'
  readonly migrations: readonly Migration[]
}

export interface TestDatabaseOptions extends PreparedDatabaseOptions {
  readonly poolSize?: number
}

/** A migrated database of the test file's own, on a real engine; open. */
export const createTestDatabase = async ({ poolSize = 8, ...options }: TestDatabaseOptions): Promise<TestDatabase> => {
  const { url, remove } = await prepareTestDatabase(options)
  const database = await openDatabase({ url, poolSize, notice: () => undefined })
  return {
    database,
    url,
    close: async () => {
      await database.close()
      await remove()
    },
  }
}

/**
 * A migrated database of the test file's own, for whoever opens it. It is a copy of a template that the first file with these
 * migrations made: to make an empty embedded one takes seconds and to migrate it as long again, to copy it a tenth of one.
 */
export const prepareTestDatabase = ({ engine, migrations }: PreparedDatabaseOptions): Promise<PreparedDatabase> =>
  engine === 'pglite'
    ? copyFolder(inject('pgliteTemplates'), migrations)
    : copyDatabase(inject('postgresUrl'), migrations)

const copyFolder = async (templates: string, migrations: readonly Migration[]): Promise<PreparedDatabase> => {
  const template = join(templates, digestOf(migrations))
  // Files that start together make a template once. Whether it is there is asked before, since it mostly is.
  if (!(await isThere(template)))
    await withServer(inject('postgresUrl'), async (server) => {
      await server.query('select pg_advisory_lock(2)')
      await makeFolder(join(templates, 'empty'), null, [])
      await makeFolder(template, join(templates, 'empty'), migrations)
    })
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-database-'))
  await cp(template, join(folder, 'data'), { recursive: true })
  return { url: `pglite:${join(folder, 'data')}`, remove: () => rm(folder, { recursive: true, force: true }) }
}

const makeFolder = async (place: string, from: string | null, migrations: readonly Migration[]): Promise<void> => {
  if (await isThere(place)) return
  const unfinished = `${place}.unfinished`
  // Of a run that was interrupted here.
  await rm(unfinished, { recursive: true, force: true })
  if (from !== null) await cp(from, unfinished, { recursive: true })
  const database = await openDatabase({ url: `pglite:${unfinished}`, notice: () => undefined })
  await (from === null ? database.ping() : migrate(database, migrations)).finally(() => database.close())
  await rename(unfinished, place)
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const copyDatabase = async (serverUrl: string, migrations: readonly Migration[]): Promise<PreparedDatabase> => {
  const template = `visitkit_template_${digestOf(migrations)}`
  const name = `visitkit_test_${randomBytes(6).toString('hex')}`
  await withServer(serverUrl, async (server) => {
    // Roles belong to the cluster: files that start together make the first template one after the other.
    await server.query('select pg_advisory_lock(1)')
    const { rowCount } = await server.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      const unfinished = `${template}_${randomBytes(3).toString('hex')}`
      await server.query(`create database ${unfinished}`)
      const database = await openDatabase({ url: urlOf(serverUrl, unfinished) })
      await migrate(database, migrations).finally(() => database.close())
      await server.query(`alter database ${unfinished} rename to ${template}`)
    }
    await server.query(`create database ${name} template ${template}`)
  })
  return {
    url: urlOf(serverUrl, name),
    remove: () => withServer(serverUrl, (server) => server.query(`drop database if exists ${name} with (force)`)),
  }
}

const digestOf = (migrations: readonly Migration[]): string =>
  createHash('sha256')
    .update([...platformMigrations, ...migrations].map((migration) => migration.id + hashOf(migration)).join())
    .digest('hex')
    .slice(0, 16)

const urlOf = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

const withServer = async (url: string, run: (server: pg.Client) => Promise<unknown>): Promise<void> => {
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  try {
    await run(server)
  } finally {
    await server.end()
  }
}
