import { createHash } from 'node:crypto'
import { appendFileSync, fdatasync } from 'node:fs'
import { mkdir, open, readFile, readdir, unlink, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { AccessRow } from '../contracts/ledger.ts'

/** An append-only file of audit rows, flushed to the disk before `append` resolves. */
export interface AuditJournal {
  append(rows: readonly AccessRow[]): Promise<void>
  /** Whether the current file has reached the size for rotation. */
  readonly isFull: boolean
  /** Begins a new file. Call `removeBefore` to remove the older files once their rows are durable elsewhere. */
  rotate(): Promise<{ removeBefore: () => Promise<void> }>
  close(): Promise<void>
}

export interface JournalReplay {
  readonly rows: readonly AccessRow[]
  /** Number of records that do not match their hash and are not the torn end of a file: the journal was damaged or changed. */
  readonly damaged: number
}

const flushed = promisify(fdatasync)

const maxFileBytes = 32 * 1_024 * 1_024

/** `audit.journal` becomes `audit.journal.000001`, `audit.journal.000002` ... */
const filesOf = async (path: string): Promise<{ name: string; number: number }[]> => {
  const prefix = `${basename(path)}.`
  const names = await readdir(dirname(path))
  return names
    .filter((name) => name.startsWith(prefix) && /^\d{6}$/.test(name.slice(prefix.length)))
    .map((name) => ({ name: join(dirname(path), name), number: Number(name.slice(prefix.length)) }))
    .sort((a, b) => a.number - b.number)
}

const checksum = (record: string): string => createHash('sha256').update(record).digest('hex').slice(0, 16)

/**
 * Opens the journal next to the embedded database, which does not flush to disk. After a power failure the journal holds the last
 * accesses. Returns its rows, for insertion where the table lacks them. Concurrent appends share one flush.
 */
export const openJournal = async (path: string): Promise<{ journal: AuditJournal; replay: JournalReplay }> => {
  await mkdir(dirname(path), { recursive: true })
  const files = await filesOf(path)
  const replay = readAll(await Promise.all(files.map(({ name }) => readFile(name, 'utf8'))))
  // Existing files are never appended to: the last one may end in a torn record.
  let number = (files.at(-1)?.number ?? 0) + 1
  let file = await openNext(path, number)
  let bytes = 0
  /** A failed write may have left part of a record. The next record begins on a new line. */
  let hasTornRecord = false
  let waiting: { text: string; resolve: () => void; reject: (error: unknown) => void }[] = []
  let writing: Promise<void> | null = null

  /** The batch that is being flushed. */
  let written: Promise<void> = Promise.resolve()

  const write = async (into: FileHandle, batch: typeof waiting): Promise<void> => {
    try {
      const text = (hasTornRecord ? '\n' : '') + batch.map((each) => each.text).join('')
      hasTornRecord = true
      // A synchronous write to the page cache and one flush on another thread cost one thread switch each way instead of four.
      appendFileSync(into.fd, text)
      await flushed(into.fd)
      hasTornRecord = false
      bytes += text.length
      for (const each of batch) each.resolve()
    } catch (error) {
      for (const each of batch) each.reject(error)
    }
  }
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      written = write(file, batch)
      await written
    }
    // In the same step as the last look at `waiting`: what is appended after it begins another flush.
    writing = null
  }
  const kick = (): Promise<void> => {
    if (waiting.length === 0) return writing ?? Promise.resolve()
    return (writing ??= flush())
  }

  const journal: AuditJournal = {
    append: (rows) =>
      new Promise((resolve, reject) => {
        const record = JSON.stringify(rows)
        waiting.push({ text: `${checksum(record)} ${record}\n`, resolve, reject })
        void kick()
      }),
    get isFull() {
      return bytes > maxFileBytes
    },
    rotate: async () => {
      const next = await openNext(path, number + 1)
      const old = file
      file = next
      number += 1
      bytes = 0
      hasTornRecord = false
      // Appends under way go to the old file, and must be durable before that file counts as complete.
      await written
      await old.close()
      const keepFrom = number
      return {
        removeBefore: async () => {
          for (const each of await filesOf(path)) if (each.number < keepFrom) await unlink(each.name)
        },
      }
    },
    close: async () => {
      await kick()
      await file.close()
    },
  }
  return { journal, replay }
}

const openNext = async (path: string, number: number): Promise<FileHandle> => {
  const file = await open(`${path}.${String(number).padStart(6, '0')}`, 'a', 0o600)
  await file.sync()
  // The folder holds the file's name, so it has to be flushed too. Windows does not support this, and flushes it automatically.
  const folder = await open(dirname(path), 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
  return file
}

const readAll = (texts: readonly string[]): JournalReplay => {
  const rows: AccessRow[] = []
  let damaged = 0
  for (const text of texts) {
    const lines = text.split('\n')
    // Text after the last line break was never acknowledged: the process ended while writing it.
    lines.pop()
    for (const line of lines) {
      if (line === '') continue
      const record = line.slice(17)
      if (line.slice(0, 16) !== checksum(record)) damaged += 1
      else
        rows.push(
          ...(JSON.parse(record) as (Omit<AccessRow, 'at'> & { at: string })[]).map((row) => ({
            ...row,
            at: new Date(row.at),
          })),
        )
    }
  }
  return { rows, damaged }
}
