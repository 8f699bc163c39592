import { createPublicKey, type KeyObject } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { publicKeyName } from '../../platform/audit/signing-key.ts'
import { restoreBackup } from '../../platform/backup/restore-backup.ts'
import { openDatabase } from '../../platform/database/open/open-database.ts'
import { composeEgress } from '../../composition/compose-egress.ts'
import { loadKeyProvider } from '../../composition/open-platform.ts'
import { readErasedKeys } from '../../platform/vault/erased-keys.ts'
import type { BackupOutcome } from './backup-outcome.ts'
import { listReleaseMigrations } from './list-release-migrations.ts'

/**
 * Restores a backup into a temporary embedded database, whichever engine it is from, with every check of a real restore, and deletes it.
 * The keys are those of this deployment; its database is not touched.
 */
export const drill = async (path: string, secret: KeyObject, config: Config): Promise<BackupOutcome> => {
  const startedAt = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-drill-'))
  try {
    const database = await openDatabase({ url: `pglite:${join(folder, 'database')}`, notice: () => undefined })
    try {
      const ledgerKey = createPublicKey(await readFile(join(config.keyFolder, publicKeyName)))
      const restored = await restoreBackup({
        path,
        secret,
        database,
        migrations: await listReleaseMigrations(),
        keyProvider: await loadKeyProvider(config, composeEgress(config)),
        ledgerKey,
        knownCheckpoints: [],
        erased: await readErasedKeys(config.erasureFile, ledgerKey),
      })
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
      return {
        exitCode: 0,
        text: `Restored in ${seconds} s: ${restored.rows} rows compared, ledger of ${restored.ledgerRows} rows whole, head ${restored.manifest.ledger.hash.slice(0, 16)} as backed up.`,
      }
    } finally {
      await database.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
