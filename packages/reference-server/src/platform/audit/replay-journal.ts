import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DomainJob } from '../contracts/domain-job.ts'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { insertAccesses } from './access-columns.ts'
import type { AuditJournal, JournalReplay } from './journal.ts'

const pageSize = 1_000

/** Inserts the journal's rows that the table lacks, flushes the database and begins a new journal. Returns the number of rows inserted. */
export const replayJournal = async (
  database: PlatformDatabase,
  journal: AuditJournal,
  { rows }: JournalReplay,
): Promise<number> => {
  let added = 0
  for (let from = 0; from < rows.length; from += pageSize) {
    added += await database.withOwnerConnection(async (owner) => {
      const { text, values } = insertAccesses(rows.slice(from, from + pageSize))
      const { rowCount } = await owner.execute(`${text} on conflict (id) do nothing`, values)
      return rowCount ?? 0
    })
  }
  await rotateWhenFlushed(database, journal, async () => undefined)
  return added
}

/** Removes rows from the journal once the database's own files are on disk: `CHECKPOINT` writes them, and this code flushes each file. */
const rotateWhenFlushed = async (
  database: PlatformDatabase,
  journal: AuditJournal,
  settle: () => Promise<void>,
): Promise<void> => {
  const { removeBefore } = await journal.rotate()
  await settle()
  // PostgreSQL flushed each row when it committed.
  if (database.folder !== null) {
    await database.withOwnerConnection((owner) => owner.execute('checkpoint'))
    await flushFolder(database.folder)
  }
  await removeBefore()
}

/** Begins a new journal file when the current one has reached its size. `settle`: see the ledger. */
export const rotateJournal = (
  database: PlatformDatabase,
  journal: AuditJournal,
  settle: () => Promise<void>,
): DomainJob => ({
  name: 'audit.rotate-journal',
  everySeconds: 60,
  run: async () => {
    if (journal.isFull) await rotateWhenFlushed(database, journal, settle)
  },
})

const flushFolder = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    // The file may have been removed in the meantime.
    const file = await open(join(entry.parentPath, entry.name), 'r').catch(() => null)
    await file?.sync().catch(() => undefined)
    await file?.close()
  }
}
