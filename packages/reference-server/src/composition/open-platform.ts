import { join } from 'node:path'
import type { Config } from '../config.ts'
import { createPlatform, type Platform, type PlatformOptions } from '../platform/create-platform.ts'
import type { Logger } from '../platform/logging/logger.ts'
import { loadFileKeyProvider } from '../platform/vault/file-key-provider.ts'
import type { KeyProvider } from '../platform/vault/key-provider.ts'

/** Where this deployment's master keys are. */
export const loadKeyProvider = ({ keyFolder }: Config): Promise<KeyProvider> => loadFileKeyProvider(keyFolder)

/** Opens the database, the vault, the ledger and what runs on them, as configured. */
export const openPlatform = (config: Config, clock: () => Date, logger: Logger): Promise<Platform> =>
  createPlatform({
    databaseUrl: config.databaseUrl,
    ...(config.databaseAppUrl === null ? {} : { databaseAppUrl: config.databaseAppUrl }),
    ...connectionsOf(config),
    keyFolder: config.keyFolder,
    ...(config.databaseUrl.startsWith('pglite:') && config.databaseUrl !== 'pglite:memory'
      ? { journalFile: join(config.dataFolder, 'audit.journal') }
      : {}),
    checkpointFile: config.checkpointFile,
    clock,
    log: logger,
  })

/** Three of four for reads: they are the most, and each role keeps its own. */
const connectionsOf = ({ databaseConnections }: Config): Pick<PlatformOptions, 'poolSize' | 'readConnections'> => {
  const readConnections = Math.floor((3 * databaseConnections) / 4)
  return { poolSize: databaseConnections - readConnections, readConnections }
}
