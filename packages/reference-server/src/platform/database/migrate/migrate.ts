import { createHash } from 'node:crypto'
import type { Migration } from '../../contracts/migration.ts'
import type { Connection } from '../pool/connection.ts'
import { retryOnConcurrentUpdate } from '../open/open-postgres.ts'
import type { PlatformDatabase } from '../open/open-database.ts'
import { platformMigrations } from './platform-migrations.ts'

export interface MigrationReport {
  readonly applied: readonly string[]
  readonly alreadyApplied: number
}

/** `visitkit` in ASCII: key of the advisory lock that allows one migration at a time per database. */
const lockKey = '8532477833364498804'

/**
 * Applies the given migrations that are missing: first the platform's own, then the rest in the order of `id`. Each runs in one
 * transaction and is recorded with a hash of its text. A migration that was changed after it was applied is refused, because a fresh
 * install would differ from an upgraded one.
 */
export const migrate = (database: PlatformDatabase, migrations: readonly Migration[]): Promise<MigrationReport> => {
  const ordered = [...platformMigrations, ...[...migrations].sort((a, b) => (a.id < b.id ? -1 : 1))]
  const twice = ordered.find(({ id }, index) => ordered.findIndex((other) => other.id === id) !== index)
  if (twice) throw new Error(`Two migrations are named ${twice.id}. Ids are unique across domains.`)
  return database.withOwnerConnection(async (owner) => {
    await owner.execute(`select pg_advisory_lock(${lockKey})`)
    try {
      return await applyAll(owner, ordered)
    } finally {
      // A broken connection has released its lock. The first error must be reported, not that of the unlock.
      if (!owner.lost) await owner.execute(`select pg_advisory_unlock(${lockKey})`)
    }
  })
}

const applyAll = async (owner: Connection, migrations: readonly Migration[]): Promise<MigrationReport> => {
  await owner.execute('create schema if not exists platform')
  await owner.execute(
    'create table if not exists platform.migrations (id text primary key, hash text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await owner.execute('select id, hash from platform.migrations')
  const recorded = new Map((rows as { id: string; hash: string }[]).map(({ id, hash }) => [id, hash]))
  const applied: string[] = []
  for (const migration of migrations) {
    const hash = hashOf(migration)
    const known = recorded.get(migration.id)
    if (known === undefined) {
      await retryOnConcurrentUpdate(() => apply(owner, migration, hash)).catch((error: unknown) => {
        throw new Error(`Migration ${migration.id} failed and was rolled back.`, { cause: error })
      })
      applied.push(migration.id)
    } else if (known !== hash) {
      throw new Error(
        `Migration ${migration.id} was changed after it was applied. Restore its text and add a new migration.`,
      )
    }
  }
  return { applied, alreadyApplied: migrations.length - applied.length }
}

const apply = async (owner: Connection, migration: Migration, hash: string): Promise<void> => {
  await owner.execute('begin')
  try {
    for (const statement of migration.statements) await owner.execute(statement)
    await owner.execute('insert into platform.migrations (id, hash) values ($1, $2)', [migration.id, hash])
    await owner.execute('commit')
  } catch (error) {
    if (!owner.lost) await owner.execute('rollback')
    throw error
  }
}

export const hashOf = ({ statements }: Migration): string =>
  createHash('sha256').update(JSON.stringify(statements)).digest('hex')
