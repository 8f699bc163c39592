import { createHash, randomBytes } from 'node:crypto'
import { cp, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Migration } from '../../contracts/migration.ts'
import { hashOf, migrate } from '../migrate/migrate.ts'
import { openDatabase, type PlatformDatabase } from '../open/open-database.ts'
import { platformMigrations } from '../migrate/platform-migrations.ts'

export interface PreparedDatabase {
  /** The owner's URL. An embedded database can be opened only once at a time. */
  readonly url: string
  /** Call when every user has closed it. */
  remove(): Promise<void>
}

export interface TestDatabase {
  readonly database: PlatformDatabase
  /** The owner's URL, to open the same database a second time (PostgreSQL only). */
  readonly url: string
  close(): Promise<void>
}

/** The initial database of many test files. Created once in a run, and copied. */
export interface DatabaseTemplate {
  /** Lower-case letters, digits and underscores. Templates with the same name must have the same content. */
  readonly name: string
  /** Fills the empty database at this owner's URL, and closes it. */
  fill(url: string): Promise<void>
}

export interface TestDatabaseOptions {
  readonly engine: 'postgres' | 'pglite'
  readonly migrations: readonly Migration[]
  readonly poolSize?: number
}

/** Creates a migrated, open database for one test file, on a real engine. */
export const createTestDatabase = async (options: TestDatabaseOptions): Promise<TestDatabase> => {
  const { url, remove } = await copyTemplate(options.engine, migratedTo(options.migrations))
  const database = await openDatabase({ url, poolSize: options.poolSize ?? 8, notice: () => undefined })
  return {
    database,
    url,
    close: async () => {
      await database.close()
      await remove()
    },
  }
}

export const migratedTo = (migrations: readonly Migration[]): DatabaseTemplate => ({
  name: createHash('sha256')
    .update([...platformMigrations, ...migrations].map((migration) => migration.id + hashOf(migration)).join())
    .digest('hex')
    .slice(0, 16),
  fill: async (url) => {
    const database = await openDatabase({ url, notice: () => undefined })
    await migrate(database, migrations).finally(() => database.close())
  },
})

/**
 * Copies the template into a database for one test file. Creating an empty embedded database and migrating it each take seconds; a copy
 * takes a tenth of one.
 */
export const copyTemplate = (engine: 'postgres' | 'pglite', template: DatabaseTemplate): Promise<PreparedDatabase> =>
  engine === 'pglite' ? copyFolder(inject('pgliteTemplates'), template) : copyDatabase(inject('postgresUrl'), template)

const emptyDatabase: DatabaseTemplate = {
  name: 'empty',
  fill: async (url) => {
    const database = await openDatabase({ url, notice: () => undefined })
    await database.ping().finally(() => database.close())
  },
}

const copyFolder = async (templates: string, template: DatabaseTemplate): Promise<PreparedDatabase> => {
  const place = join(templates, template.name)
  // Files that start together create a template once. It mostly exists, so this is checked first.
  if (!(await isThere(place)))
    await withServer(inject('postgresUrl'), async (server) => {
      await server.query('select pg_advisory_lock(2)')
      await makeFolder(join(templates, emptyDatabase.name), null, emptyDatabase)
      await makeFolder(place, join(templates, emptyDatabase.name), template)
    })
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-database-'))
  await cp(place, join(folder, 'data'), { recursive: true })
  return { url: `pglite:${join(folder, 'data')}`, remove: () => rm(folder, { recursive: true, force: true }) }
}

const makeFolder = async (folder: string, from: string | null, template: DatabaseTemplate): Promise<void> => {
  if (await isThere(folder)) return
  const unfinished = `${folder}.unfinished`
  // Left by a file that failed here.
  await rm(unfinished, { recursive: true, force: true })
  if (from !== null) await cp(from, unfinished, { recursive: true })
  await template.fill(`pglite:${unfinished}`)
  await rename(unfinished, folder)
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const copyDatabase = async (serverUrl: string, template: DatabaseTemplate): Promise<PreparedDatabase> => {
  const original = `visitkit_template_${template.name}`
  const name = `visitkit_test_${randomBytes(6).toString('hex')}`
  await withServer(serverUrl, async (server) => {
    // Roles belong to the cluster: files that start together create the first template one after the other.
    await server.query('select pg_advisory_lock(1)')
    const { rowCount } = await server.query('select 1 from pg_database where datname = $1', [original])
    if (rowCount === 0) {
      const unfinished = `${original}_${randomBytes(3).toString('hex')}`
      await server.query(`create database ${unfinished}`)
      await template.fill(urlOf(serverUrl, unfinished))
      await server.query(`alter database ${unfinished} rename to ${original}`)
    }
    await server.query(`create database ${name} template ${original}`)
  })
  return {
    url: urlOf(serverUrl, name),
    remove: () => withServer(serverUrl, (server) => server.query(`drop database if exists ${name} with (force)`)),
  }
}

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
