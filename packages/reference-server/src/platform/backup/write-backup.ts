import type { KeyObject } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, unlink } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import type { Connection } from '../database/pool/connection.ts'
import { organizationKeyContext } from '../vault/key-ring.ts'
import { encryptBackup } from './backup-envelope.ts'
import type { AppliedMigration, BackupManifest, LedgerHead, SampleKey, TableDigest } from './backup-content.ts'
import { assumeBackupRole, prepareBackupRole } from './backup-role.ts'
import { RowsDigest } from './digest-rows.ts'
import { listTables } from './list-tables.ts'
import { pagesOf } from './pages-of-rows.ts'

export interface WrittenBackup {
  readonly manifest: BackupManifest
  readonly tables: ReadonlyMap<string, TableDigest>
  readonly rows: number
}

export interface WriteBackupOptions {
  readonly database: PlatformDatabase
  readonly path: string
  /** The public backup key. */
  readonly recipient: KeyObject
  readonly region: string
}

/**
 * Writes everything in the database to an encrypted file, as it is at one moment. A server on PostgreSQL goes on in the meantime. What is
 * sealed stays sealed, and the keys in it stay wrapped. The file appears when it is complete; an existing one is never replaced.
 */
export const writeBackup = ({ database, path, recipient, region }: WriteBackupOptions): Promise<WrittenBackup> =>
  whenComplete(path, (partial) =>
    database.withOwnerConnection(async (owner) => {
      await prepareBackupRole(owner)
      await owner.execute('begin isolation level repeatable read, read only')
      try {
        await setTextFormats(owner)
        const migrations = await listMigrations(owner)
        const tables = await listTables(owner)
        await assumeBackupRole(owner)
        const manifest: BackupManifest = {
          format: 1,
          at: await readMoment(owner),
          region,
          engine: database.engine,
          migrations,
          tables,
          masterKeys: await listSampleKeys(owner),
          ledger: await readLedgerHead(owner),
        }
        const digests = new Map<string, TableDigest>()
        await pipeline(
          contentOf(owner, manifest, digests),
          createGzip(),
          (plain: AsyncIterable<Buffer>) => encryptBackup(recipient, plain),
          createWriteStream(partial, { mode: 0o600, flush: true }),
        )
        await owner.execute('commit')
        return { manifest, tables: digests, rows: totalOf(digests) }
      } catch (error) {
        if (!owner.lost) await owner.execute('rollback')
        throw error
      }
    }),
  )

/** The text of a value must not depend on the session: it is compared, and another engine reads it. */
export const setTextFormats = async (connection: Connection): Promise<void> => {
  for (const setting of [
    "timezone = 'UTC'",
    "datestyle = 'ISO'",
    "intervalstyle = 'postgres'",
    "bytea_output = 'hex'",
    'extra_float_digits = 1',
  ])
    await connection.execute(`set local ${setting}`)
}

async function* contentOf(
  owner: Connection,
  manifest: BackupManifest,
  digests: Map<string, TableDigest>,
): AsyncGenerator<string> {
  yield `${JSON.stringify({ manifest })}\n`
  for (const table of manifest.tables) {
    yield `${JSON.stringify({ table: table.name })}\n`
    const digest = new RowsDigest()
    for await (const lines of pagesOf(owner, table)) {
      for (const line of lines) digest.add(line)
      yield lines.map((line) => `${line}\n`).join('')
    }
    digests.set(table.name, digest.end())
    yield `${JSON.stringify({ end: table.name, ...digest.end() })}\n`
  }
  yield `${JSON.stringify({ done: { tables: digests.size, rows: totalOf(digests) } })}\n`
}

const totalOf = (digests: ReadonlyMap<string, TableDigest>): number =>
  [...digests.values()].reduce((sum, { rows }) => sum + rows, 0)

const only = async <T>(connection: Connection, text: string): Promise<T> =>
  (await connection.execute(text)).rows[0] as T

const readMoment = async (owner: Connection): Promise<string> =>
  (await only<{ at: Date }>(owner, 'select now() as at')).at.toISOString()

export const listMigrations = async (connection: Connection): Promise<readonly AppliedMigration[]> => {
  const { rows } = await connection.execute('select id, hash from platform.migrations order by applied_at, id')
  return rows as unknown as readonly AppliedMigration[]
}

const listSampleKeys = async (owner: Connection): Promise<readonly SampleKey[]> => {
  const { rows } = await owner.execute(`
    select distinct on (master_key) master_key, organization_id, purpose, version, wrapped from vault.organization_keys
    order by master_key, organization_id, purpose, version`)
  return (
    rows as { master_key: string; organization_id: string; purpose: string; version: number; wrapped: Buffer }[]
  ).map((row) => ({
    masterKey: row.master_key,
    wrapped: row.wrapped.toString('base64'),
    context: organizationKeyContext(row.organization_id, row.purpose, row.version),
  }))
}

export const readLedgerHead = async (connection: Connection): Promise<LedgerHead> => {
  const head = await only<{ sequence: string; hash: Buffer; removed: string }>(
    connection,
    `select position.sequence, position.hash,
       coalesce((select max(number) from audit.checkpoints where last_sequence < coalesce((select min(first_sequence) from audit.link_groups), position.sequence + 1)), 0) as removed
     from audit.position as position`,
  )
  return {
    sequence: Number(head.sequence),
    hash: head.hash.toString('hex'),
    removedThrough: Number(head.removed),
  }
}

/** Reserves the name first: nothing is read for a file that cannot be written. */
const whenComplete = async <T>(path: string, write: (partial: string) => Promise<T>): Promise<T> => {
  const partial = `${path}.partial`
  const reserved = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(`${path} exists already. Give --out another name.`) : error
  })
  await reserved.close()
  try {
    const written = await write(partial)
    await rename(partial, path)
    return written
  } catch (error) {
    await Promise.all([path, partial].map((each) => unlink(each).catch(() => undefined)))
    throw error
  }
}
