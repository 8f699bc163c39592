import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../../config.ts'
import {
  backupKeyName,
  backupPublicKeyName,
  createBackupKey,
  loadBackupPublicKey,
  loadBackupPrivateKey,
} from '../../platform/backup/backup-key.ts'
import { readBackup } from '../../platform/backup/read-backup.ts'
import { writeBackup } from '../../platform/backup/write-backup.ts'
import { openDatabase } from '../../platform/database/open/open-database.ts'
import { recordForOrganizations } from '../command-line-access.ts'
import { failed, type BackupOutcome } from './backup-outcome.ts'
import { drill } from './drill.ts'

export const backupUsage = `visitkit-server backup: everything in the database in one encrypted file.

  backup key                      creates the deployment's pair of backup keys in its key folder, once. Move ${backupKeyName} to
                                  where the master keys are kept: the server needs only ${backupPublicKeyName}
  backup --out <file>             writes a backup. A server on PostgreSQL continues to run; stop an embedded one first
  backup verify <file> --key ...  whether the file is whole, without restoring it
  backup drill <file> --key ...   restores it into a temporary database on this machine, compares everything, and prints the time

  --key <file>  the private key (verify, drill), or the public key (backup). Default: the one in the key folder

Keys are not in a backup: keep the key folder apart from it. See "visitkit-server restore --help".

Exit code: 0 done, 1 the backup is not whole, 2 it could not be made or checked.`

/** The command, without the process: `args` are the arguments after `backup`. */
export const backupCommand = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<BackupOutcome> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, key: { type: 'string' }, help: { type: 'boolean' } },
    })
    const [verb, file, ...others] = positionals
    if (values.help) return { exitCode: 0, text: backupUsage }
    if (others.length > 0) return { exitCode: 2, text: backupUsage }
    const config = readConfig(environment)
    const secret = (): string => values.key ?? join(config.keyFolder, backupKeyName)
    if (verb === 'key' && file === undefined) {
      const paths = await createBackupKey(config.keyFolder)
      return { exitCode: 0, text: `Created ${paths.secret} and ${paths.public}. Move the first one off this machine.` }
    }
    if (verb === 'verify' && file !== undefined) return await verify(file, secret())
    if (verb === 'drill' && file !== undefined) return await drill(file, await loadBackupPrivateKey(secret()), config)
    if (verb !== undefined || values.out === undefined) return { exitCode: 2, text: backupUsage }

    const recipient = await loadBackupPublicKey(values.key ?? join(config.keyFolder, backupPublicKeyName))
    const database = await openDatabase({
      url: config.databaseUrl,
      ...(config.databaseAppUrl === null ? {} : { appUrl: config.databaseAppUrl }),
      poolSize: 2,
      notice: () => undefined,
    })
    try {
      await recordForOrganizations(database, 'backup.create')
      const { manifest, tables, rows } = await writeBackup({
        database,
        path: values.out,
        recipient,
        region: config.region,
      })
      // The doctor reads it: an act that failed has the first row only.
      await recordForOrganizations(database, 'backup.complete')
      return {
        exitCode: 0,
        text: `${rows} rows of ${tables.size} tables as of ${manifest.at}, the ledger up to row ${manifest.ledger.sequence}: ${values.out}`,
      }
    } finally {
      await database.close()
    }
  } catch (error) {
    return failed(error)
  }
}

const verify = async (file: string, key: string): Promise<BackupOutcome> => {
  const { manifest, tables } = await readBackup(file, await loadBackupPrivateKey(key))
  const rows = [...tables.values()].reduce((sum, each) => sum + each.rows, 0)
  return {
    exitCode: 0,
    text: `Whole: ${rows} rows of ${tables.size} tables as of ${manifest.at}, the ledger up to row ${manifest.ledger.sequence}.`,
  }
}
