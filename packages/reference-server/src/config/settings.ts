import type { Address, PartnersConfig } from './partners-config.ts'

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
