import { createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { createPlatform, type Platform, type PlatformOptions } from '../platform/create-platform.ts'
import { createWitness, type Witness } from '../platform/audit/witness.ts'
import type { Egress } from '../platform/egress/egress.ts'
import type { Logger } from '../platform/logging/logger.ts'
import { hasKeyFile, loadFileKeyProvider } from '../platform/vault/file-key-provider.ts'
import type { KeyProvider } from '../platform/vault/key-provider.ts'
import { createTransitKeyProvider } from '../vendors/keys/transit-key-provider.ts'

/** Where this deployment's master keys are. With a key service, a key file unwraps what is not moved to it yet. */
export const loadKeyProvider = async ({ keyFolder, keyService }: Config, egress: Egress): Promise<KeyProvider> => {
  if (keyService === null) return loadFileKeyProvider(keyFolder)
  const former = (await hasKeyFile(keyFolder)) ? await loadFileKeyProvider(keyFolder) : null
  return createTransitKeyProvider({ ...keyService, outgoing: egress.to('key-service'), former })
}

/** The witness of the audit ledger; null where none is configured. */
export const loadWitness = async ({ witness }: Config, egress: Egress): Promise<Witness | null> =>
  witness &&
  createWitness({
    url: witness.url,
    publicKey: createPublicKey(await readFile(witness.keyFile)),
    token: async () => (await readFile(witness.tokenFile, 'utf8')).trim(),
    outgoing: egress.to('witness'),
  })

/** Opens the database, the vault, the ledger and what runs on them, as configured. */
export const openPlatform = async (
  config: Config,
  clock: () => Date,
  logger: Logger,
  egress: Egress,
): Promise<Platform> =>
  createPlatform({
    databaseUrl: config.databaseUrl,
    ...(config.databaseAppUrl === null ? {} : { databaseAppUrl: config.databaseAppUrl }),
    ...connectionsOf(config),
    keyFolder: config.keyFolder,
    keyProvider: await loadKeyProvider(config, egress),
    ...(config.databaseUrl.startsWith('pglite:') && config.databaseUrl !== 'pglite:memory'
      ? { journalFile: join(config.dataFolder, 'audit.journal') }
      : {}),
    checkpointFile: config.checkpointFile,
    witness: (await loadWitness(config, egress)) ?? undefined,
    clock,
    log: logger,
  })

/** Three of four for reads: they are the most, and each role keeps its own. */
const connectionsOf = ({ databaseConnections }: Config): Pick<PlatformOptions, 'poolSize' | 'readConnections'> => {
  const readConnections = Math.floor((3 * databaseConnections) / 4)
  return { poolSize: databaseConnections - readConnections, readConnections }
}
