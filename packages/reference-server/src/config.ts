import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readPartners, validateProductionPartners } from './config/config-partners.ts'
import { ConfigError, ConfigReader, wellKnownSecrets, type Environment } from './config/config-reader.ts'
import { readHosts } from './config/read-hosts.ts'
import type { Address, PartnersConfig } from './config/partners-config.ts'

export { ConfigError } from './config/config-reader.ts'

/**
 * The server's settings. Read once, validated as a whole and frozen. No other module reads the environment. Every variable begins
 * with `VISITKIT_`.
 */
export interface Config {
  /** `VISITKIT_MODE`: `development` (default) or `production`, which refuses weak settings. */
  readonly mode: 'development' | 'production'
  /** `VISITKIT_HOST`, `VISITKIT_PORT`: where to listen. Default 127.0.0.1 and 4000. */
  readonly host: string
  readonly port: number
  /** `VISITKIT_PUBLIC_URL`: the URL at which portals reach this server, and the issuer of its tokens. Default http://localhost:4000. */
  readonly publicUrl: string
  /** `VISITKIT_TLS_CERTIFICATE`, `VISITKIT_TLS_KEY`: PEM files with which this server ends TLS itself; null: a proxy in front does. */
  readonly tls: TlsFiles | null
  /** `VISITKIT_DATA_FOLDER`: holds the embedded database and its journal, the keys and the checkpoints. Default `.visitkit`. */
  readonly dataFolder: string
  /** `VISITKIT_DATABASE_URL`: `pglite:<folder>` (default, in the data folder), `pglite:memory`, or `postgres://owner:...`. */
  readonly databaseUrl: string
  /** `VISITKIT_DATABASE_APP_URL`: the server's own login. Set it if its password must not be derived from the owner's. */
  readonly databaseAppUrl: string | null
  /** `VISITKIT_DATABASE_CONNECTIONS`: PostgreSQL only. Default 32. */
  readonly databaseConnections: number
  /** `VISITKIT_KEY_FOLDER`: master keys and signing keys. Keep it apart from the database and its backups. Default `<data>/keys`. */
  readonly keyFolder: string
  /** `VISITKIT_KEY_SERVICE_URL`, `_KEY`, `_TOKEN_FILE`: where master keys are instead of a file; null without. */
  readonly keyService: KeyServiceConfig | null
  /** `VISITKIT_CHECKPOINT_FILE`: signed checkpoints of the audit ledger. In production, on another volume. */
  readonly checkpointFile: string
  /** `VISITKIT_WITNESS_URL`, `_KEY` (PEM of its public key), `_TOKEN_FILE`: who stores and countersigns checkpoints; null without. */
  readonly witness: WitnessConfig | null
  /** `VISITKIT_ERASURE_FILE`: the list of erased patients' keys, which a restore erases again. Default: next to the checkpoint file. */
  readonly erasureFile: string
  /**
   * `VISITKIT_DOWNTIME_KEY` (the file of the front desk's public key) and `_FOLDER`: where the visits of today and tomorrow are stored once an
   * hour, to be read without the server; null without.
   */
  readonly downtime: { readonly key: string; readonly folder: string } | null
  /** `VISITKIT_CODE_SETS`: the folder of imported code sets, the same for every process. Default `<data>/code-sets`. */
  readonly codeSetFolder: string
  /** `VISITKIT_REGION`: the region of this deployment, e.g. `us`. */
  readonly region: string
  /** `VISITKIT_REGIONS`: deployments in other regions, e.g. `eu=https://eu.visits.example,ca=https://ca.visits.example`. */
  readonly otherRegions: readonly { readonly region: string; readonly url: string }[]
  /** `VISITKIT_WEBHOOK_HOSTS`: hosts to which webhooks may go in production, e.g. `hooks.example.org,*.example.net:8443`. */
  readonly webhookHosts: readonly Address[]
  /** `VISITKIT_PRIVATE_HOSTS`: recipients in your own network, e.g. a laboratory or a mail relay. All others have to be public addresses. */
  readonly privateHosts: readonly string[]
  /** `VISITKIT_VIDEO`: permitted vendors, comma-separated: `peer` (development), `daily`. */
  readonly video: readonly ('peer' | 'daily')[]
  /** `VISITKIT_DAILY_MODE`, `_API_KEY`, `_DOMAIN_ID`, `_WEBHOOK_SECRET`, `_API_BASE`; null without Daily. */
  readonly daily: DailyConfig | null
  /** `VISITKIT_VENDOR_AGREEMENTS`: agreements in force, `vendor:region:from:to`, comma-separated; `to` may be empty. */
  readonly vendorAgreements: readonly VendorAgreementConfig[]
  /** Pharmacies, laboratory, clearinghouse, payments, e-mail and text messages. Null for each that this deployment does not have. */
  readonly partners: PartnersConfig
  /**
   * `VISITKIT_DRUG_CHECKS`: what checks prescriptions where no drug knowledge is imported: `demonstration` (default in development; a few rules)
   * or `none`, which every prescription then states.
   */
  readonly drugChecks: 'demonstration' | 'none'
  /** `VISITKIT_STUN_URLS`: comma-separated; for `peer`, and for the device check with every vendor. */
  readonly stunUrls: readonly string[]
  /** `VISITKIT_TURN_URLS`, `_SECRET`: the deployment's own relay; for the same. Null without. */
  readonly turn: { readonly urls: readonly string[]; readonly secret: string } | null
  /** `VISITKIT_TRUSTED_PROXIES`: number of reverse proxies in front that append to X-Forwarded-For. Default 0. */
  readonly trustedProxies: number
  /** `VISITKIT_MAX_IN_FLIGHT`: concurrent requests. Default 512. */
  readonly maxInFlight: number
  /**
   * `VISITKIT_HEAVY_THREADS`: threads that make documents and images. Default: one less than the CPUs, at least 1 and at most 4.
   */
  readonly heavyThreads: number
  /** `VISITKIT_MAX_SOCKETS`: live connections of this process. Default 18000. The system's limit on open files also applies. */
  readonly maxSockets: number
  /** `VISITKIT_DRAIN_SECONDS`: time for requests under way to finish at shutdown. Default 15. */
  readonly drainSeconds: number
  /** `VISITKIT_LOG_LEVEL`: debug, info (default), warn, error or silent. */
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** `VISITKIT_LOG_REQUESTS`: `failures` (default) or `all`. The ledger, not the log, records who read what. */
  readonly logRequests: 'all' | 'failures'
}

export interface TlsFiles {
  readonly certificateFile: string
  readonly keyFile: string
}

export interface WitnessConfig {
  readonly url: string
  readonly keyFile: string
  readonly tokenFile: string
}

export interface KeyServiceConfig {
  readonly url: string
  readonly keyName: string
  readonly tokenFile: string
}

export interface DailyConfig {
  /**
   * The kind of account. `hipaa` (default): with the Healthcare add-on and a Business Associate Agreement. `plain`: without them,
   * for tests and demonstrations; production refuses it.
   */
  readonly mode: 'hipaa' | 'plain'
  readonly apiKey: string
  /** If absent, read from Daily once. */
  readonly domainId: string | null
  readonly webhookSecret: string | null
  /** Another base URL of the API, for tests against the sandbox. */
  readonly apiBase: string | null
}

export interface VendorAgreementConfig {
  readonly vendor: string
  readonly region: string
  readonly from: Date
  readonly to: Date | null
}

const readDaily = (reader: ConfigReader): DailyConfig => {
  const required = (name: string): string => {
    const value = reader.optional(name)
    if (value === null) reader.fault(name, 'is needed, because VISITKIT_VIDEO names daily')
    return value ?? ''
  }
  return {
    mode: reader.oneOf('DAILY_MODE', ['hipaa', 'plain'], 'hipaa'),
    apiKey: required('DAILY_API_KEY'),
    domainId: reader.optional('DAILY_DOMAIN_ID'),
    webhookSecret: reader.optional('DAILY_WEBHOOK_SECRET'),
    apiBase: reader.optional('DAILY_API_BASE'),
  }
}

const readTls = (reader: ConfigReader): TlsFiles | null => {
  const certificateFile = reader.optional('TLS_CERTIFICATE')
  const keyFile = reader.optional('TLS_KEY')
  if (certificateFile === null && keyFile === null) return null
  if (certificateFile === null) reader.fault('TLS_CERTIFICATE', 'is needed with VISITKIT_TLS_KEY')
  if (keyFile === null) reader.fault('TLS_KEY', 'is needed with VISITKIT_TLS_CERTIFICATE')
  return { certificateFile: resolve(certificateFile ?? ''), keyFile: resolve(keyFile ?? '') }
}

const readKeyService = (reader: ConfigReader): KeyServiceConfig | null => {
  if (reader.optional('KEY_SERVICE_URL') === null) return null
  const tokenFile = reader.optional('KEY_SERVICE_TOKEN_FILE')
  if (tokenFile === null) reader.fault('KEY_SERVICE_TOKEN_FILE', 'is needed, because VISITKIT_KEY_SERVICE_URL is set')
  return {
    url: reader.url('KEY_SERVICE_URL', ''),
    keyName: reader.text('KEY_SERVICE_KEY', 'visitkit'),
    tokenFile: resolve(tokenFile ?? ''),
  }
}

const readDowntime = (reader: ConfigReader): Config['downtime'] => {
  const [key, folder] = [reader.optional('DOWNTIME_KEY'), reader.optional('DOWNTIME_FOLDER')]
  if ((key === null) !== (folder === null))
    reader.fault(key === null ? 'DOWNTIME_KEY' : 'DOWNTIME_FOLDER', 'is needed with the other one of the downtime list')
  return key === null || folder === null ? null : { key: resolve(key), folder: resolve(folder) }
}

const readWitness = (reader: ConfigReader): WitnessConfig | null => {
  if (reader.optional('WITNESS_URL') === null) return null
  const [keyFile, tokenFile] = [reader.optional('WITNESS_KEY'), reader.optional('WITNESS_TOKEN_FILE')]
  if (keyFile === null) reader.fault('WITNESS_KEY', 'is needed, because VISITKIT_WITNESS_URL is set')
  if (tokenFile === null) reader.fault('WITNESS_TOKEN_FILE', 'is needed, because VISITKIT_WITNESS_URL is set')
  return {
    url: reader.url('WITNESS_URL', ''),
    keyFile: resolve(keyFile ?? ''),
    tokenFile: resolve(tokenFile ?? ''),
  }
}

const readAgreements = (reader: ConfigReader): readonly VendorAgreementConfig[] =>
  reader.list('VENDOR_AGREEMENTS').flatMap((entry) => {
    const [vendor, region, from, to = ''] = entry.split(':')
    const begins = new Date(`${from}T00:00:00Z`)
    const ends = to === '' ? null : new Date(`${to}T00:00:00Z`)
    if (!vendor || !region || Number.isNaN(begins.getTime()) || (ends !== null && Number.isNaN(ends.getTime()))) {
      reader.fault(
        'VENDOR_AGREEMENTS',
        'must list vendor:region:from:to, e.g. daily:us:2026-01-01:2027-12-31, by commas; to may be empty',
      )
      return []
    }
    return [{ vendor, region, from: begins, to: ends }]
  })

const readRegions = (reader: ConfigReader, entries: readonly string[]): Config['otherRegions'] =>
  entries.flatMap((entry) => {
    const [, region = '', url = ''] = /^([a-z0-9-]+)=(https?:\/\/[^\s]+[^/\s])$/i.exec(entry) ?? []
    if (!URL.canParse(url)) {
      reader.fault(
        'REGIONS',
        'must list region=URL, e.g. eu=https://eu.visits.example, by commas and without a slash at the end',
      )
      return []
    }
    return [{ region, url }]
  })

const readTurn = (reader: ConfigReader): Config['turn'] => {
  const urls = reader.list('TURN_URLS')
  const secret = reader.optional('TURN_SECRET')
  if (urls.length === 0 && secret === null) return null
  if (urls.length === 0) reader.fault('TURN_URLS', 'is needed, because VISITKIT_TURN_SECRET is set')
  if (secret === null) reader.fault('TURN_SECRET', 'is needed, because VISITKIT_TURN_URLS is set')
  for (const url of urls)
    if (!/^turns?:[^/?#]+(\?transport=(udp|tcp))?$/.test(url))
      reader.fault(
        'TURN_URLS',
        'must list turn:host:port or turns:host:port, each with ?transport=udp or tcp, by commas',
      )
  return { urls, secret: secret ?? '' }
}

const validateProduction = (reader: ConfigReader, config: Config): void => {
  const { protocol } = URL.canParse(config.publicUrl) ? new URL(config.publicUrl) : { protocol: '' }
  if (protocol !== 'https:')
    reader.fault(
      'PUBLIC_URL',
      'must begin with https:// in production; end TLS at a proxy in front, or here (VISITKIT_TLS_CERTIFICATE)',
    )
  for (const [name, url] of [
    ['DATABASE_URL', config.databaseUrl],
    ['DATABASE_APP_URL', config.databaseAppUrl],
  ] as const) {
    if (url === null || !/^postgres(ql)?:/.test(url) || !URL.canParse(url)) continue
    const { searchParams, password } = new URL(url)
    if (!['verify-full', 'verify-ca', 'require'].includes(searchParams.get('sslmode') ?? ''))
      reader.fault(name, 'must use TLS in production: add sslmode=verify-full')
    if (wellKnownSecrets.test(decodeURIComponent(password)))
      reader.fault(name, 'contains a password from the examples: set another')
    if (name === 'DATABASE_URL' && config.databaseAppUrl === null && password === '')
      reader.fault(
        'DATABASE_APP_URL',
        'is needed where DATABASE_URL holds no password to derive that of the login from',
      )
  }
  if (reader.optional('TRUSTED_PROXIES') === null)
    reader.fault(
      'TRUSTED_PROXIES',
      'is required in production: the number of your own proxies that append to X-Forwarded-For. Without it, all callers would share one address and its limits',
    )
  if (config.databaseUrl === 'pglite:memory')
    reader.fault(
      'DATABASE_URL',
      'must not be pglite:memory in production: every record would be lost at the next start',
    )
  if (config.video.includes('peer'))
    reader.fault('VIDEO', 'must not name peer in production: it has no agreement, no relay and no recording rules')
  if (config.daily?.mode === 'plain')
    reader.fault(
      'DAILY_MODE',
      'must not be plain in production: every visit holds PHI, and only an account with Daily’s Healthcare add-on has an agreement for it',
    )
  if (config.daily !== null && wellKnownSecrets.test(config.daily.apiKey))
    reader.fault('DAILY_API_KEY', 'is a value from the examples: set your own')
  if (config.daily !== null && config.daily.webhookSecret === null)
    reader.fault('DAILY_WEBHOOK_SECRET', 'is needed in production: without it what Daily reports cannot be believed')
  if (config.daily?.apiBase?.startsWith('http:'))
    reader.fault('DAILY_API_BASE', 'must begin with https:// in production')
  if (config.turn !== null && wellKnownSecrets.test(config.turn.secret))
    reader.fault('TURN_SECRET', 'is a value from the examples: set your own')
  if (config.drugChecks === 'demonstration')
    reader.fault('DRUG_CHECKS', 'must not be demonstration in production: a handful of rules is no knowledge base')
  validateProductionPartners(reader, config.partners)
  if (config.keyService?.url.startsWith('http:'))
    reader.fault('KEY_SERVICE_URL', 'must begin with https:// in production')
  if (config.witness?.url.startsWith('http:')) reader.fault('WITNESS_URL', 'must begin with https:// in production')
  if (reader.optional('KEY_FOLDER') === null)
    reader.fault('KEY_FOLDER', 'is needed in production: keys must not be stored next to the data that they protect')
  if (reader.optional('CHECKPOINT_FILE') === null)
    reader.fault(
      'CHECKPOINT_FILE',
      'is needed in production: name a file on another volume, or the ledger can be cut short unnoticed',
    )
}

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
