import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Migration } from '../../domain-module.ts'
import { hashOf, migrate } from './migrate.ts'
import { openDatabase, type PlatformDatabase } from './open-database.ts'
import { platformMigrations } from './platform-migrations.ts'

export interface TestDatabase {
  readonly database: PlatformDatabase
  /** The owner's URL: opens the same database a second time (PostgreSQL only). */
  readonly url: string
  close(): Promise<void>
}

export interface TestDatabaseOptions {
  readonly engine: 'postgres' | 'pglite'
  readonly migrations: readonly Migration[]
  readonly poolSize?: number
}

/**
 * A migrated database of the test file's own, on a real engine. On PostgreSQL it is copied from a template that the first file
 * with these migrations made; PGlite runs in memory and takes about two seconds and half a gigabyte, so one per file at most.
 */
export const createTestDatabase = ({ engine, migrations, poolSize = 8 }: TestDatabaseOptions): Promise<TestDatabase> =>
  engine === 'pglite' ? createInMemory(migrations) : createFromTemplate(inject('postgresUrl'), migrations, poolSize)

const createInMemory = async (migrations: readonly Migration[]): Promise<TestDatabase> => {
  const url = 'pglite:memory'
  const database = await openDatabase({ url })
  await migrate(database, migrations)
  return { database, url, close: () => database.close() }
}

const createFromTemplate = async (
  serverUrl: string,
  migrations: readonly Migration[],
  poolSize: number,
): Promise<TestDatabase> => {
  const all = [...platformMigrations, ...migrations]
  const digest = createHash('sha256')
    .update(all.map((migration) => migration.id + hashOf(migration)).join())
    .digest('hex')
  const template = `visitkit_template_${digest.slice(0, 16)}`
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
  const url = urlOf(serverUrl, name)
  const database = await openDatabase({ url, poolSize })
  return {
    database,
    url,
    close: async () => {
      await database.close()
      await withServer(serverUrl, (server) => server.query(`drop database if exists ${name} with (force)`))
    },
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
