import { createPublicKey } from 'node:crypto'
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { composeEgress } from '../../composition/compose-egress.ts'
import { loadKeyProvider } from '../../composition/open-platform.ts'
import { readConfig } from '../../config.ts'
import { openCheckpointFile, readCheckpoints } from '../../platform/audit/checkpoint-file.ts'
import type { Checkpoint } from '../../platform/audit/checkpoint.ts'
import { publicKeyName } from '../../platform/audit/signing-key.ts'
import { backupKeyName, loadBackupPrivateKey } from '../../platform/backup/backup-key.ts'
import { restoreBackup, RestoreRefused } from '../../platform/backup/restore-backup.ts'
import { openDatabase } from '../../platform/database/open/open-database.ts'
import { readErasedKeys } from '../../platform/vault/erased-keys.ts'
import { recordForOrganizations } from '../command-line-access.ts'
import { failed, type BackupOutcome } from './backup-outcome.ts'
import { listReleaseMigrations } from './list-release-migrations.ts'

export const restoreUsage = `visitkit-server restore <file>: restores a backup into the empty database of this configuration.

  --key <file>  the private backup key. Default: ${backupKeyName} in the key folder

Put the key folder back first, with the master keys and the key of the ledger, and the list of erased keys (VISITKIT_ERASURE_FILE).
All of it is restored or nothing. Everybody signs in again. The former checkpoint file stays, under another name.

Exit code: 0 restored, 1 refused, 2 it could not be tried.`

/** The command, without the process: `args` are the arguments after `restore`. */
export const restoreCommand = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  listMigrations = listReleaseMigrations,
): Promise<BackupOutcome> => {
  const startedAt = performance.now()
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string' }, help: { type: 'boolean' } },
    })
    const [path, ...others] = positionals
    if (values.help) return { exitCode: 0, text: restoreUsage }
    if (path === undefined || others.length > 0) return { exitCode: 2, text: restoreUsage }
    const config = readConfig(environment)
    const secret = await loadBackupPrivateKey(values.key ?? join(config.keyFolder, backupKeyName))
    const ledgerKey = createPublicKey(await readFile(join(config.keyFolder, publicKeyName)))
    const erased = await readErasedKeys(config.erasureFile, ledgerKey)
    const knownCheckpoints = await readCheckpoints(config.checkpointFile)
    const database = await openDatabase({
      url: config.databaseUrl,
      ...(config.databaseAppUrl === null ? {} : { appUrl: config.databaseAppUrl }),
      poolSize: 2,
      notice: () => undefined,
    })
    try {
      const restored = await restoreBackup({
        path,
        secret,
        database,
        migrations: await listMigrations(),
        keyProvider: await loadKeyProvider(config, composeEgress(config)),
        ledgerKey,
        knownCheckpoints,
        erased,
      })
      const former = await replaceCheckpointFile(config.checkpointFile, knownCheckpoints, restored.checkpoints)
      await recordForOrganizations(database, 'backup.restore')
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
      return {
        exitCode: 0,
        text: [
          `Restored in ${seconds} s: ${restored.rows} rows as of ${restored.manifest.at}, ledger of ${restored.ledgerRows} rows whole.`,
          `${restored.erasedAgain} patients were erased after the backup and are erased again; the list has ${erased.length}.`,
          ...(former === null ? [] : [former]),
        ].join('\n'),
      }
    } finally {
      await database.close()
    }
  } catch (error) {
    return error instanceof RestoreRefused ? { exitCode: 1, text: error.message } : failed(error)
  }
}

/**
 * The file may have checkpoints of rows that are not in the backup. The server would sign nothing after them: they stay as evidence under
 * another name, and a new file begins with those of the backup.
 */
const replaceCheckpointFile = async (
  path: string,
  known: readonly Checkpoint[],
  restored: readonly Checkpoint[],
): Promise<string | null> => {
  const lost = (known.at(-1)?.lastSequence ?? 0) - (restored.at(-1)?.lastSequence ?? 0)
  if (known.length > 0 && lost <= 0) return null
  const former = known.length === 0 ? null : `${path}.before-${new Date().toISOString().replaceAll(':', '-')}`
  if (former !== null) await rename(path, former)
  const file = await openCheckpointFile(path)
  for (const checkpoint of restored) await file.append(checkpoint)
  await file.close()
  return former === null
    ? null
    : `${lost} rows of the ledger were signed after the backup and are not in it. Their checkpoints stay in ${former}.`
}
