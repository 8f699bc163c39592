import { createHash, randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Migration } from '../../contracts/migration.ts'
import { hashOf, migrate } from '../migrate/migrate.ts'
import { openDatabase, type PlatformDatabase } from '../open/open-database.ts'
import { platformMigrations } from '../migrate/platform-migrations.ts'

export interface PreparedDatabase {
  /** The owner's. An embedded database can be opened once at a time. */
  readonly url: string
  /** What the template keeps outside its database. Every copy has the same folder, so a test only reads it. */
  readonly files: string
  /** When everybody has closed it. */
  remove(): Promise<void>
}

export interface TestDatabase {
  readonly database: PlatformDatabase
  /** The owner's URL: opens the same database a second time (PostgreSQL only). */
  readonly url: string
  close(): Promise<void>
}

/** What many test files begin with. It is made once in a run, and copied. */
export interface DatabaseTemplate {
  /** Lower-case letters, digits and underscores; two with one name hold the same. */
  readonly name: string
  /** The template that this one is a copy of, before it is filled. Default: an empty database. */
  readonly from?: DatabaseTemplate
  /** Brings the database of this owner's URL to where the tests begin, and closes it. `files` is an empty folder for what belongs to it. */
  fill(url: string, files: string): Promise<void>
}

export interface TestDatabaseOptions {
  readonly engine: 'postgres' | 'pglite'
  readonly migrations: readonly Migration[]
  readonly poolSize?: number
}

/** A migrated database of the test file's own, on a real engine; open. */
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
 * A database of the test file's own, for anyone who opens it: a copy of the template. To make an empty embedded one takes seconds of
 * work, and to migrate it as long again; to copy it takes a tenth of one.
 */
export const copyTemplate = async (
  engine: 'postgres' | 'pglite',
  template: DatabaseTemplate,
): Promise<PreparedDatabase> => {
  const copied = await (engine === 'pglite' ? copyFolder(template) : copyDatabase(template))
  return { ...copied, files: filesOf(engine, template) }
}

/** A database with nothing in it. */
export const emptyDatabase: DatabaseTemplate = {
  name: 'empty',
  fill: async (url) => {
    const database = await openDatabase({ url, notice: () => undefined })
    await database.ping().finally(() => database.close())
  },
}

const folderOf = ({ name }: DatabaseTemplate): string => join(inject('pgliteTemplates'), name)
const filesOf = (engine: 'postgres' | 'pglite', { name }: DatabaseTemplate): string =>
  join(inject('pgliteTemplates'), `${name}.${engine}`)

const fillTemplate = async (engine: 'postgres' | 'pglite', template: DatabaseTemplate, url: string): Promise<void> => {
  const files = filesOf(engine, template)
  // A file that failed here may have left some.
  await rm(files, { recursive: true, force: true })
  await mkdir(files)
  await template.fill(url, files)
}

/** Files that start together make a template once. Waits while another file makes this one. */
const makeOnce = (lock: string, make: (server: pg.Client) => Promise<void>): Promise<void> =>
  withServer(inject('postgresUrl'), async (server) => {
    await server.query('select pg_advisory_lock(1, hashtext($1))', [lock])
    await make(server)
  })

const copyFolder = async (template: DatabaseTemplate): Promise<Omit<PreparedDatabase, 'files'>> => {
  const place = await makeFolder(template)
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-database-'))
  await cp(place, join(folder, 'data'), { recursive: true })
  return { url: `pglite:${join(folder, 'data')}`, remove: () => rm(folder, { recursive: true, force: true }) }
}

const makeFolder = async (template: DatabaseTemplate): Promise<string> => {
  const folder = folderOf(template)
  // Mostly it is there, and nothing is locked.
  if (await isThere(folder)) return folder
  const from = template === emptyDatabase ? null : await makeFolder(template.from ?? emptyDatabase)
  await makeOnce(folder, async () => {
    if (await isThere(folder)) return
    const unfinished = `${folder}.unfinished`
    // A file that failed here may have left it.
    await rm(unfinished, { recursive: true, force: true })
    if (from !== null) await cp(from, unfinished, { recursive: true })
    await fillTemplate('pglite', template, `pglite:${unfinished}`)
    await rename(unfinished, folder)
  })
  return folder
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const copyDatabase = async (template: DatabaseTemplate): Promise<Omit<PreparedDatabase, 'files'>> => {
  const serverUrl = inject('postgresUrl')
  const original = await makeDatabase(template)
  const name = `visitkit_test_${randomBytes(6).toString('hex')}`
  await withServer(serverUrl, (server) => server.query(`create database ${name} template ${original}`))
  return {
    url: urlOf(serverUrl, name),
    remove: () => withServer(serverUrl, (server) => server.query(`drop database if exists ${name} with (force)`)),
  }
}

const makeDatabase = async (template: DatabaseTemplate): Promise<string> => {
  const serverUrl = inject('postgresUrl')
  const original = `visitkit_template_${template.name}`
  const from = template.from && (await makeDatabase(template.from))
  // Roles belong to the cluster: templates that begin empty are made one after the other.
  await makeOnce(from === undefined ? 'roles' : original, async (server) => {
    const { rowCount } = await server.query('select 1 from pg_database where datname = $1', [original])
    if (rowCount !== 0) return
    const unfinished = `${original}_${randomBytes(3).toString('hex')}`
    await server.query(`create database ${unfinished}${from === undefined ? '' : ` template ${from}`}`)
    await fillTemplate('postgres', template, urlOf(serverUrl, unfinished))
    await server.query(`alter database ${unfinished} rename to ${original}`)
  })
  return original
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
