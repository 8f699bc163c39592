import type { KeyObject } from 'node:crypto'
import type { Checkpoint } from '../audit/checkpoint.ts'
import { readLedgerOver } from '../audit/export-ledger.ts'
import { startAfter, verifyLedger } from '../audit/verify-ledger.ts'
import { listCheckpointsAfter } from '../audit/write-checkpoint.ts'
import type { Migration } from '../contracts/migration.ts'
import { hashOf, migrate } from '../database/migrate/migrate.ts'
import { platformMigrations } from '../database/migrate/platform-migrations.ts'
import { realignAfterRestore } from '../database/migrate/realign-after-restore.ts'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import type { Connection } from '../database/pool/connection.ts'
import { kyselyOver } from '../database/pool/kysely-over-connections.ts'
import type { KeyProvider } from '../vault/key-provider.ts'
import { wrappedKeyOf, type BackedUpTable, type BackupManifest, type TableDigest } from './backup-content.ts'
import { RowsDigest } from './digest-rows.ts'
import { insertLines, listTables } from './list-tables.ts'
import { pagesOf } from './pages-of-rows.ts'
import { readBackup } from './read-backup.ts'
import { readLedgerHead, setTextFormats } from './write-backup.ts'

/** Why a backup cannot be restored here. Nothing was changed. */
export class RestoreRefused extends Error {
  constructor(why: string) {
    super(`Nothing was restored: ${why}`)
    this.name = 'RestoreRefused'
  }
}

/** A patient whose keys were erased, maybe after the backup was made. */
export interface ErasedSubject {
  readonly organizationId: string
  readonly subject: string
}

export interface RestoreOptions {
  readonly path: string
  readonly secret: KeyObject
  /** Of an empty database. */
  readonly database: PlatformDatabase
  /** The migrations of this release's domains. */
  readonly migrations: readonly Migration[]
  readonly keyProvider: KeyProvider
  /** Verifies the checkpoints of the ledger. */
  readonly ledgerKey: KeyObject
  /** Those outside the database. One with a number of the backup must be the same. */
  readonly knownCheckpoints: readonly Checkpoint[]
  /** Erased again, whatever the backup has. */
  readonly erased: readonly ErasedSubject[]
}

export interface RestoredBackup {
  readonly manifest: BackupManifest
  readonly rows: number
  readonly ledgerRows: number
  readonly erasedAgain: number
  readonly checkpoints: readonly Checkpoint[]
}

/**
 * Restores a backup into an empty database, in one transaction: all of it or nothing. Before anything is written, the whole file is checked,
 * and whether the master keys are here. Before the commit, every table is read back and compared, and the ledger is verified up to the
 * head that the backup names.
 */
export const restoreBackup = async (options: RestoreOptions): Promise<RestoredBackup> => {
  const { path, secret, database, keyProvider } = options
  const { manifest, tables } = await readBackup(path, secret)
  await requireMasterKeys(manifest, keyProvider)
  await requireEmpty(database)
  const domainMigrations = migrationsOf(manifest, options.migrations)
  try {
    await migrate(database, domainMigrations)
    const restored = await database.withOwnerConnection((owner) => restoreInto(owner, manifest, tables, options))
    // Before anything is written: transaction ids of another cluster would put it in the past.
    await realignAfterRestore(database)
    return restored
  } catch (error) {
    await leaveEmpty(database).catch(() => undefined)
    throw error
  }
}

const requireMasterKeys = async ({ masterKeys }: BackupManifest, provider: KeyProvider): Promise<void> => {
  for (const sample of masterKeys) {
    await provider.unwrap(wrappedKeyOf(sample), sample.context).catch(() => {
      throw new RestoreRefused(
        `the master key ${sample.masterKey} is not here, and without it every record stays unreadable. Restore the key folder first.`,
      )
    })
  }
}

const requireEmpty = async (database: PlatformDatabase): Promise<void> => {
  const schemas = await database.withOwnerConnection(listOwnSchemas)
  if (schemas.length > 0)
    throw new RestoreRefused(
      `the database has data already (${schemas.slice(0, 3).join(', ')}). Restore into an empty one, and point the server to it.`,
    )
}

const listOwnSchemas = async (owner: Connection): Promise<readonly string[]> => {
  const { rows } = await owner.execute(`
    select format('%I', nspname) as name from pg_namespace as namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'
      and exists (select from pg_class where relnamespace = namespace.oid and relkind in ('r', 'p', 'v'))
    order by 1`)
  return (rows as { name: string }[]).map(({ name }) => name)
}

/** As it was found, so that the restore can be repeated. */
const leaveEmpty = (database: PlatformDatabase): Promise<void> =>
  database.withOwnerConnection(async (owner) => {
    for (const schema of await listOwnSchemas(owner)) await owner.execute(`drop schema ${schema} cascade`)
  })

/** The migrations that the backup has. Those that are newer are applied by the next start. */
const migrationsOf = (manifest: BackupManifest, known: readonly Migration[]): readonly Migration[] => {
  const hashes = new Map([...platformMigrations, ...known].map((migration) => [migration.id, hashOf(migration)]))
  const unknown = manifest.migrations.find(({ id, hash }) => hashes.get(id) !== hash)
  if (unknown)
    throw new RestoreRefused(
      `the backup was made by another release (its migration ${unknown.id} is not in this one). Restore it with that release.`,
    )
  const applied = new Set(manifest.migrations.map(({ id }) => id))
  const missing = platformMigrations.find(({ id }) => !applied.has(id))
  if (missing)
    throw new RestoreRefused(
      `the backup is from before ${missing.id}. Restore it with the release that made it, then upgrade.`,
    )
  return known.filter(({ id }) => applied.has(id))
}

const restoreInto = async (
  owner: Connection,
  manifest: BackupManifest,
  expected: ReadonlyMap<string, TableDigest>,
  { path, secret, ledgerKey, knownCheckpoints, erased }: RestoreOptions,
): Promise<RestoredBackup> => {
  await owner.execute('begin')
  try {
    await setTextFormats(owner)
    const tables = await requireSameTables(owner, manifest)
    await suspendRules(owner, tables)
    await owner.execute(`truncate ${tables.map(({ name }) => name).join(', ')}`)
    const byName = new Map(tables.map((table) => [table.name, table]))
    await readBackup(path, secret, async () => ({
      rows: async (name, lines) => {
        const table = byName.get(name)
        if (table) await owner.execute(insertLines(table), [`[${lines.join(',')}]`])
      },
      end: async () => undefined,
    }))
    for (const table of tables) await requireSameRows(owner, table, expected.get(table.name))
    const ledger = await verifyRestoredLedger(owner, manifest, ledgerKey, knownCheckpoints)
    const erasedAgain = await eraseAgain(owner, erased)
    await endSessions(owner)
    await resumeRules(owner, tables)
    await owner.execute('commit')
    const rows = [...expected.values()].reduce((sum, each) => sum + each.rows, 0)
    return { manifest, rows, ...ledger, erasedAgain }
  } catch (error) {
    if (!owner.lost) await owner.execute('rollback')
    throw error
  }
}

const requireSameTables = async (owner: Connection, manifest: BackupManifest): Promise<readonly BackedUpTable[]> => {
  const tables = await listTables(owner)
  const textOf = (list: readonly BackedUpTable[]): string =>
    JSON.stringify(list.map(({ name, columns }) => [name, columns.map((each) => [each.name, each.type])]).toSorted())
  if (textOf(tables) !== textOf(manifest.tables))
    throw new RestoreRefused('its tables are not those of its migrations. Report this, with the release that made it.')
  return tables
}

/** Row security also applies to the owner, and triggers would set the times of change to now. */
const suspendRules = async (owner: Connection, tables: readonly BackedUpTable[]): Promise<void> => {
  for (const { name } of tables) {
    await owner.execute(`alter table ${name} no force row level security`)
    await owner.execute(`alter table ${name} disable trigger user`)
  }
}

const resumeRules = async (owner: Connection, tables: readonly BackedUpTable[]): Promise<void> => {
  for (const { name } of tables) {
    await owner.execute(`alter table ${name} enable trigger user`)
    const { rows } = await owner.execute('select relrowsecurity as secured from pg_class where oid = $1::regclass', [
      name,
    ])
    if ((rows[0] as { secured: boolean }).secured) await owner.execute(`alter table ${name} force row level security`)
  }
}

const requireSameRows = async (
  owner: Connection,
  table: BackedUpTable,
  expected: TableDigest | undefined,
): Promise<void> => {
  const digest = new RowsDigest()
  for await (const lines of pagesOf(owner, table)) for (const line of lines) digest.add(line)
  const found = digest.end()
  if (found.rows !== expected?.rows || found.digest !== expected.digest)
    throw new RestoreRefused(`the database stored ${table.name} otherwise than it was backed up.`)
}

const verifyRestoredLedger = async (
  owner: Connection,
  manifest: BackupManifest,
  ledgerKey: KeyObject,
  known: readonly Checkpoint[],
): Promise<Pick<RestoredBackup, 'ledgerRows' | 'checkpoints'>> => {
  const db = kyselyOver({ acquire: async () => ({ connection: owner }) })
  const checkpoints = await listCheckpointsAfter(db, 0)
  const hashes = new Map(known.map(({ number, hash }) => [number, hash]))
  if (checkpoints.some(({ number, hash }) => (hashes.get(number) ?? hash) !== hash))
    throw new RestoreRefused(
      'its ledger is another one than the checkpoint file has. Give the file of this deployment.',
    )
  const { removedThrough } = manifest.ledger
  let last: { readonly sequence: number; readonly hash: string } = { sequence: 0, hash: manifest.ledger.hash }
  const links = async function* () {
    for await (const link of readLedgerOver(db, startAfter(checkpoints, removedThrough))) {
      last = link
      yield link
    }
  }
  const { fault, rows } = await verifyLedger(links(), checkpoints, ledgerKey, removedThrough)
  if (fault) throw new RestoreRefused(`its audit ledger is not whole (${fault.kind} at row ${fault.sequence}).`)
  const head = await readLedgerHead(owner)
  if (
    head.sequence !== manifest.ledger.sequence ||
    head.hash !== manifest.ledger.hash ||
    (rows > 0 && (last.sequence !== head.sequence || last.hash !== head.hash))
  )
    throw new RestoreRefused('the head of its audit ledger is not the one that the backup names.')
  return { ledgerRows: rows, checkpoints }
}

/** A patient who was erased after the backup was made stays erased. */
const eraseAgain = async (owner: Connection, erased: readonly ErasedSubject[]): Promise<number> => {
  let count = 0
  for (const { organizationId, subject } of erased) {
    await owner.execute(
      'insert into vault.erasures (organization_id, subject) values ($1, $2) on conflict do nothing',
      [organizationId, subject],
    )
    const { rowCount } = await owner.execute(
      'delete from vault.data_keys where organization_id = $1 and subject = $2',
      [organizationId, subject],
    )
    if ((rowCount ?? 0) > 0) count += 1
  }
  return count
}

/** A person may have lost their access after the backup was made: everybody signs in again. */
const endSessions = async (owner: Connection): Promise<void> => {
  await owner.execute(
    `update identity.sessions set ended_at = now(), end_reason = 'access-withdrawn' where ended_at is null`,
  )
}
