import { writeFile } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { composeServer } from '../../compose-server.ts'
import { readConfig } from '../../config.ts'
import { decryptBackup } from '../../platform/backup/backup-envelope.ts'
import { createBackupKey, loadBackupPrivateKey } from '../../platform/backup/backup-key.ts'
import { requireUuid } from '../../platform/database/ids/require-uuid.ts'
import { createLogger } from '../../platform/logging/logger.ts'
import { failed, type BackupOutcome } from '../backup/backup-outcome.ts'
import { writeDowntimeList } from '../../composition/downtime/write-downtime-list.ts'
import { operator } from '../list-dead-letters.ts'

const downtimeListUsage = `visitkit-server downtime-list: the visits of today and tomorrow, for a front desk whose system is down.

  downtime-list key --folder <folder>     creates a pair of keys of the front desk, once. It opens these lists, and no backup
  downtime-list --organization <id> --key <public key> --out <file>
                                          writes the list as one encrypted file. The server does it once an hour by itself with
                                          VISITKIT_DOWNTIME_KEY and VISITKIT_DOWNTIME_FOLDER
  downtime-list open <file> --key <secret key> --out <page.html>
                                          decrypts it into a page to print. Needs no server, no database and no network

Who is in the list is recorded as an export in the ledger. On PostgreSQL only: the embedded database has one process.

Exit code: 0 done, 1 the file is damaged or for another key, 2 it could not be done.`

/** The command, without the process: `args` are the arguments after `downtime-list`. */
export const downtimeListCommand = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  now: () => Date,
): Promise<BackupOutcome> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organization: { type: 'string' },
        key: { type: 'string' },
        folder: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    const [verb, file] = positionals
    const { organization, key, folder, out } = values
    if (values.help) return { exitCode: 0, text: downtimeListUsage }
    if (verb === 'key' && folder !== undefined) {
      const paths = await createBackupKey(folder, downtimeKeyNames)
      return { exitCode: 0, text: `Created ${paths.secret} and ${paths.public}. Move the first one to the front desk.` }
    }
    if (verb === 'open' && file !== undefined && key !== undefined && out !== undefined)
      return await openDowntimeList(file, key, out)
    if (verb !== undefined || organization === undefined || key === undefined || out === undefined)
      return { exitCode: 2, text: downtimeListUsage }
    const server = await composeServer(readConfig(environment), {
      logger: createLogger({ level: 'silent' }),
      timed: false,
    })
    try {
      const file = { organizationId: requireUuid(organization), key, out, now: now(), by: operator }
      const { platform, provides } = server
      return { exitCode: 0, text: await writeDowntimeList({ platform, scheduling: provides.scheduling }, file) }
    } finally {
      await server.close()
    }
  } catch (error) {
    return failed(error)
  }
}

/** Other names than those of backups, so that no one gives the front desk the key of the backups. */
const downtimeKeyNames = { secret: 'downtime-key.pem', public: 'downtime-key.pub.pem' }

const openDowntimeList = async (file: string, key: string, out: string): Promise<BackupOutcome> => {
  const parts: Buffer[] = []
  for await (const part of decryptBackup(await loadBackupPrivateKey(key), createReadStream(file))) parts.push(part)
  await writeFile(out, Buffer.concat(parts), { mode: 0o600, flag: 'wx' })
  return { exitCode: 0, text: `${join(out)}: open it in a browser and print it. Delete it afterwards.` }
}
