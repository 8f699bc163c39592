import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readPartners } from './config/config-partners.ts'
import { ConfigError, ConfigReader, type Environment } from './config/config-reader.ts'
import {
  readAgreements,
  readDaily,
  readDowntime,
  readKeyService,
  readRegions,
  readTls,
  readTurn,
  readWitness,
} from './config/read-groups.ts'
import { readHosts } from './config/read-hosts.ts'
import type { Config } from './config/settings.ts'
import { validateProduction } from './config/validate-production.ts'

export { ConfigError } from './config/config-reader.ts'
export type { Config, VendorAgreementConfig } from './config/settings.ts'

/** Reads and validates the environment. Throws a ConfigError that names every fault and its remedy. */
export const readConfig = (environment: Environment): Config => {
  const reader = new ConfigReader(environment)
  const dataFolder = resolve(reader.text('DATA_FOLDER', '.visitkit'))
  const mode = reader.oneOf('MODE', ['development', 'production'], 'development')
  const video = reader.list('VIDEO')
  for (const vendor of video)
    if (vendor !== 'peer' && vendor !== 'daily') reader.fault('VIDEO', 'may name peer and daily')
  const port = reader.integer('PORT', 4000, 0, 65_535)
  const checkpointFile = resolve(reader.text('CHECKPOINT_FILE', resolve(dataFolder, 'checkpoints.ndjson')))
  const config: Config = {
    mode,
    host: reader.text('HOST', '127.0.0.1'),
    port,
    publicUrl: reader.url('PUBLIC_URL', `http://localhost:${port}`),
    tls: readTls(reader),
    dataFolder,
    databaseUrl: reader.text('DATABASE_URL', `pglite:${resolve(dataFolder, 'database')}`),
    databaseAppUrl: reader.optional('DATABASE_APP_URL'),
    databaseConnections: reader.integer('DATABASE_CONNECTIONS', 32, 2, 200),
    keyFolder: resolve(reader.text('KEY_FOLDER', resolve(dataFolder, 'keys'))),
    keyService: readKeyService(reader),
    checkpointFile,
    witness: readWitness(reader),
    erasureFile: resolve(reader.text('ERASURE_FILE', join(dirname(checkpointFile), 'erased-keys.ndjson'))),
    downtime: readDowntime(reader),
    codeSetFolder: resolve(reader.text('CODE_SETS', resolve(dataFolder, 'code-sets'))),
    region: reader.text('REGION', 'us'),
    otherRegions: readRegions(reader, reader.list('REGIONS')),
    webhookHosts: readHosts(reader, 'WEBHOOK_HOSTS', reader.list('WEBHOOK_HOSTS')),
    privateHosts: reader.list('PRIVATE_HOSTS').map((host) => host.toLowerCase()),
    video: (video.length === 0 && mode === 'development' ? ['peer'] : video) as Config['video'],
    daily: video.includes('daily') ? readDaily(reader) : null,
    vendorAgreements: readAgreements(reader),
    partners: readPartners(reader),
    drugChecks: reader.oneOf(
      'DRUG_CHECKS',
      ['demonstration', 'none'],
      mode === 'development' ? 'demonstration' : 'none',
    ),
    stunUrls: reader.list('STUN_URLS'),
    turn: readTurn(reader),
    trustedProxies: reader.integer('TRUSTED_PROXIES', 0, 0, 10),
    maxInFlight: reader.integer('MAX_IN_FLIGHT', 512, 1, 100_000),
    heavyThreads: reader.integer('HEAVY_THREADS', Math.min(4, Math.max(1, availableParallelism() - 1)), 1, 64),
    maxSockets: reader.integer('MAX_SOCKETS', 18_000, 1, 1_000_000),
    drainSeconds: reader.integer('DRAIN_SECONDS', 15, 0, 600),
    logLevel: reader.oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    logRequests: reader.oneOf('LOG_REQUESTS', ['all', 'failures'], 'failures'),
  }
  if (!/^pglite:.+|^postgres(ql)?:\/\//.test(config.databaseUrl))
    reader.fault('DATABASE_URL', 'must begin with pglite: or postgres://')
  if (mode === 'production') {
    validateProduction(reader, config)
    if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
      reader.faults.push(
        'NODE_TLS_REJECT_UNAUTHORIZED must not be 0 in production: nobody would verify who a partner is.',
      )
  }
  if (reader.faults.length > 0) throw new ConfigError(reader.faults)
  return deepFreeze(config)
}

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    for (const each of Object.values(value)) deepFreeze(each)
    Object.freeze(value)
  }
  return value
}
