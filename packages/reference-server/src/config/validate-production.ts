import { validateProductionPartners } from './config-partners.ts'
import { wellKnownSecrets, type ConfigReader } from './config-reader.ts'
import type { Config } from './settings.ts'

/** Adds a fault for each setting that is too weak for patients. */
export const validateProduction = (reader: ConfigReader, config: Config): void => {
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
    // The driver takes the last of several. With uselibpqcompat, `require` accepts any certificate.
    const mode = searchParams.has('uselibpqcompat') ? '' : (searchParams.getAll('sslmode').at(-1) ?? '')
    if (!['verify-full', 'verify-ca', 'require'].includes(mode))
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
