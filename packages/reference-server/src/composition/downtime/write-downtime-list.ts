import { rename, rm, utimes, writeFile } from 'node:fs/promises'
import { encryptBackup } from '../../platform/backup/backup-envelope.ts'
import { loadBackupPublicKey } from '../../platform/backup/backup-key.ts'
import { readDowntimeList, type DowntimeParts } from './read-downtime-list.ts'
import { writeDowntimeHtml } from './write-downtime-html.ts'

export interface DowntimeFile {
  readonly organizationId: string
  /** The file of the front desk's public key. */
  readonly key: string
  readonly out: string
  readonly now: Date
  /** Who is named in the ledger. */
  readonly by: string
}

/**
 * Writes the list as one encrypted file, dated `now`. Replaces the file of an hour ago only by a whole one: a reader never finds half a
 * list. Resolves with a line for the operator.
 */
export const writeDowntimeList = async (
  parts: DowntimeParts,
  { organizationId, key, out, now, by }: DowntimeFile,
): Promise<string> => {
  const recipient = await loadBackupPublicKey(key)
  const list = await readDowntimeList(parts, organizationId, { by, now })
  const page = writeDowntimeHtml(list)
  const sealed = encryptBackup(
    recipient,
    (async function* () {
      yield Buffer.from(page)
    })(),
  )
  const partial = `${out}.partial`
  try {
    await writeFile(partial, sealed, { mode: 0o600, flush: true })
    await utimes(partial, now, now)
    await rename(partial, out)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  const visits = list.days.reduce((sum, day) => sum + day.visits.length, 0)
  return `${visits} visits of ${list.days.map(({ date }) => date).join(' and ')}: ${out}`
}
