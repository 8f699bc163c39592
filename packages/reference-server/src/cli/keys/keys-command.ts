import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { composeEgress } from '../../composition/compose-egress.ts'
import { loadKeyProvider } from '../../composition/open-platform.ts'
import { readConfig, type Config } from '../../config.ts'
import { openDatabase, type PlatformDatabase } from '../../platform/database/open/open-database.ts'
import { addMasterKey, removeMasterKey } from '../../platform/vault/file-key-provider.ts'
import {
  rewrapOrganizationKeys,
  rotateDataKeys,
  rotateOrganizationKey,
  type RotationProgress,
} from '../../platform/vault/rotate-keys.ts'
import { recordForOrganizations } from '../command-line-access.ts'

export const keysUsage = `visitkit-server keys: rotates keys while servers run.

  keys status               which master key wraps how many keys
  keys add-master           adds a master key to the key file. Copy the file to every machine of the deployment next
  keys rotate               wraps every organization's keys with the current master key, gives each organization a new key, and
                            wraps its patients' keys with that. Continues where an interrupted run ended
    --organization <id>     only this one gets a new key
    --data-keys             also gives each patient a new data key, for what is written from now on
  keys remove-master <name> removes a master key that wraps nothing any more. Backups from before the rotation become unreadable

With an embedded database, stop the server first.

Exit code: 0 done, 1 refused, 2 it could not be done.`

export interface KeysOutcome {
  readonly exitCode: 0 | 1 | 2
  readonly text: string
}

/** The command, without the process: `args` are the arguments after `keys`. `print` gets the progress, a line for each page. */
export const keysCommand = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Promise<KeysOutcome> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organization: { type: 'string' },
        'data-keys': { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    })
    const [verb, name, ...others] = positionals
    if (values.help) return { exitCode: 0, text: keysUsage }
    if (others.length > 0 || (name !== undefined) !== (verb === 'remove-master'))
      return { exitCode: 2, text: keysUsage }
    const config = readConfig(environment)
    switch (verb) {
      case 'add-master': {
        if (config.keyService !== null)
          return {
            exitCode: 1,
            text: 'The key service has the master key: rotate it there, then run: visitkit-server keys rotate.',
          }
        const { currentMasterKey } = await addMasterKey(config.keyFolder)
        return {
          exitCode: 0,
          text: `Added ${currentMasterKey}. Copy master-keys.json to every machine, back it up, then run: visitkit-server keys rotate.`,
        }
      }
      case 'status':
        return await withDatabase(config, async (database) => ({ exitCode: 0, text: await describeKeys(database) }))
      case 'rotate':
        return await withDatabase(config, (database) =>
          rotate(database, config, values.organization ?? null, values['data-keys'], print),
        )
      case 'remove-master':
        return await withDatabase(config, (database) => remove(database, config, name ?? ''))
      default:
        return { exitCode: 2, text: keysUsage }
    }
  } catch (error) {
    return { exitCode: 2, text: error instanceof Error ? error.message : 'It failed.' }
  }
}

const withDatabase = async <T>(config: Config, run: (database: PlatformDatabase) => Promise<T>): Promise<T> => {
  const database = await openDatabase({
    url: config.databaseUrl,
    ...(config.databaseAppUrl === null ? {} : { appUrl: config.databaseAppUrl }),
    poolSize: 2,
    statementTimeout: 0,
    notice: () => undefined,
  })
  try {
    return await run(database)
  } finally {
    await database.close()
  }
}

const rotate = async (
  database: PlatformDatabase,
  config: Config,
  onlyOrganization: string | null,
  withDataKeys: boolean,
  print: (line: string) => void,
): Promise<KeysOutcome> => {
  const provider = await loadKeyProvider(config, composeEgress(config))
  await recordForOrganizations(database, 'keys.rotate')
  const master = await rewrapOrganizationKeys(database, provider)
  print(`${master.rewrapped} organization keys wrapped with ${provider.currentMasterKey}.`)
  const progress = ({ organizationId, rewrapped, total }: RotationProgress): void =>
    print(`organization ${organizationId}: ${rewrapped} of ${total} keys`)
  let count = 0
  for (const organizationId of await listOrganizations(database)) {
    if (onlyOrganization !== null && organizationId !== onlyOrganization) continue
    const { version } = await rotateOrganizationKey(database, provider, organizationId, progress)
    const data = withDataKeys ? await rotateDataKeys(database, provider, organizationId) : null
    print(`organization ${organizationId}: version ${version}${data === null ? '' : `, ${data.created} new data keys`}`)
    count += 1
  }
  return count === 0 && onlyOrganization !== null
    ? { exitCode: 1, text: 'No organization has this id.' }
    : { exitCode: 0, text: `Rotated the keys of ${count} organizations.` }
}

const listOrganizations = async (database: PlatformDatabase): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct organization_id as id from vault.organization_keys order by 1`.execute(
    database.readerAcross('vault'),
  )
  return rows.map(({ id }) => id)
}

interface Wrapping {
  readonly masterKey: string
  readonly count: number
}

const listWrappings = async (database: PlatformDatabase): Promise<readonly Wrapping[]> => {
  const { rows } = await sql<Wrapping>`
    select master_key as "masterKey", count(*)::integer as count from vault.organization_keys group by 1 order by 1`.execute(
    database.readerAcross('vault'),
  )
  return rows
}

const describeKeys = async (database: PlatformDatabase): Promise<string> => {
  const wrappings = await listWrappings(database)
  if (wrappings.length === 0) return 'No organization has keys yet.'
  return wrappings.map(({ masterKey, count }) => `${masterKey}  wraps ${count} organization keys`).join('\n')
}

const remove = async (database: PlatformDatabase, config: Config, name: string): Promise<KeysOutcome> => {
  const used = (await listWrappings(database)).find(({ masterKey }) => masterKey === name)
  if (used !== undefined)
    return {
      exitCode: 1,
      text: `${name} still wraps ${used.count} organization keys: nothing was removed. Run: visitkit-server keys rotate.`,
    }
  await recordForOrganizations(database, 'keys.remove-master')
  await removeMasterKey(config.keyFolder, name)
  return { exitCode: 0, text: `Removed ${name}. Remove it from every copy of the file, too.` }
}
