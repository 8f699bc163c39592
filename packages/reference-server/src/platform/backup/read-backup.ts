import type { KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BackupDamaged, decryptBackup, WrongBackupKey } from './backup-envelope.ts'
import type { BackupLine, BackupManifest, TableDigest } from './backup-content.ts'
import { RowsDigest } from './digest-rows.ts'
import { mostRowsOfPage, mostTextOfPage } from './pages-of-rows.ts'

/** What a reader of a backup gets, in this order for each table. */
export interface BackupReader {
  /** Rows of a table, each as its line of the backup. */
  rows(table: string, lines: readonly string[]): Promise<void>
  /** The table is complete, and its rows are those that were backed up. */
  end(table: string, digest: TableDigest): Promise<void>
}

export const noReader: BackupReader = { rows: async () => undefined, end: async () => undefined }

/**
 * Reads a backup from its beginning to its end, and checks all of it: that it is for this key, that no byte is changed and none missing,
 * and that each table has the rows that were counted. `begin` gets the manifest and says who reads the rest.
 */
export const readBackup = async (
  path: string,
  secret: KeyObject,
  begin: (manifest: BackupManifest) => Promise<BackupReader> = async () => noReader,
): Promise<{ readonly manifest: BackupManifest; readonly tables: ReadonlyMap<string, TableDigest> }> => {
  const gunzip = createGunzip()
  const plain = Readable.from(decryptBackup(secret, createReadStream(path)))
  let fault: unknown
  plain.on('error', (error) => {
    fault = error
    gunzip.destroy(error)
  })
  try {
    return await readLines(createInterface({ input: plain.pipe(gunzip), crlfDelay: Infinity }), begin)
  } catch (error) {
    throw faultOf(fault ?? error)
  } finally {
    plain.destroy()
    gunzip.destroy()
  }
}

const faultOf = (error: unknown): unknown => {
  if (error instanceof BackupDamaged || error instanceof WrongBackupKey) return error
  const { code } = error as NodeJS.ErrnoException
  return code?.startsWith('Z_') ? new BackupDamaged('its end is missing') : error
}

const readLines = async (
  lines: AsyncIterable<string>,
  begin: (manifest: BackupManifest) => Promise<BackupReader>,
): Promise<{ readonly manifest: BackupManifest; readonly tables: ReadonlyMap<string, TableDigest> }> => {
  let manifest: BackupManifest | null = null
  let reader = noReader
  let current: { readonly table: string; readonly digest: RowsDigest; page: string[]; text: number } | null = null
  const tables = new Map<string, TableDigest>()
  let isDone = false

  for await (const text of lines) {
    // Most lines are rows, and are handed on as they are.
    if (text.startsWith('[')) {
      if (current === null) throw new BackupDamaged('a row belongs to no table')
      if (current.page.length === mostRowsOfPage || current.text + text.length > mostTextOfPage) {
        if (current.page.length > 0) await reader.rows(current.table, current.page)
        current.page = []
        current.text = 0
      }
      current.digest.add(text)
      current.page.push(text)
      current.text += text.length
      continue
    }
    const line = JSON.parse(text) as Exclude<BackupLine, readonly (string | null)[]>
    if ('manifest' in line) {
      manifest = requireKnownFormat(line.manifest)
      reader = await begin(manifest)
    } else if ('table' in line) current = { table: line.table, digest: new RowsDigest(), page: [], text: 0 }
    else if ('end' in line) {
      if (current?.table !== line.end) throw new BackupDamaged('its tables are out of order')
      if (current.page.length > 0) await reader.rows(current.table, current.page)
      const found = current.digest.end()
      if (found.rows !== line.rows || found.digest !== line.digest)
        throw new BackupDamaged(`the rows of ${line.end} are not those that were backed up`)
      await reader.end(line.end, found)
      tables.set(line.end, found)
      current = null
    } else isDone = line.done.tables === tables.size
  }
  if (manifest === null || !isDone || manifest.tables.some(({ name }) => !tables.has(name)))
    throw new BackupDamaged('its end is missing')
  return { manifest, tables }
}

const requireKnownFormat = (manifest: BackupManifest): BackupManifest => {
  if ((manifest.format as number) !== 1)
    throw new BackupDamaged('a newer release wrote it; restore it with that release')
  return manifest
}
