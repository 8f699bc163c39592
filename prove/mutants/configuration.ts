import { inServer, serverTest, type Mutant, type Promised } from '../mutant.ts'

type Change = readonly [find: string, replace: string]
const refused = (name: string) => serverTest('config/config.test.ts', name)
const inConfig = (id: string, change: Change, ...names: readonly [string, ...string[]]): Mutant =>
  inServer(
    `configuration-${id}`,
    'src/config/validate-production.ts',
    change,
    ...(names.map(refused) as [ReturnType<typeof refused>]),
  )
const inPartners = (id: string, change: Change, ...names: readonly [string, ...string[]]): Mutant =>
  inServer(
    `configuration-${id}`,
    'src/config/config-partners.ts',
    change,
    ...(names.map(refused) as [ReturnType<typeof refused>]),
  )

/** What production does not start with. */
export const configuration: Promised = {
  subject: 'configuration',
  clauses: {
    'A public address and a database without TLS are refused': [
      inConfig('an-address-without-tls', ["protocol !== 'https:'", "protocol === ''"], 'a public address without TLS'),
      inConfig(
        'a-database-without-tls',
        ["!['verify-full', 'verify-ca', 'require'].includes(", "['allow'].includes("],
        'a database without TLS',
        'a login without TLS',
      ),
    ],
    'Passwords and keys of examples are refused': [
      inConfig(
        'a-password-of-an-example',
        ['wellKnownSecrets.test(decodeURIComponent(password))', 'wellKnownSecrets.test(password + password)'],
        'a password of an example',
      ),
      inConfig(
        'a-key-of-an-example',
        ['wellKnownSecrets.test(config.daily.apiKey)', 'config.daily.apiKey === null'],
        'a vendor key of an example',
      ),
      inPartners(
        'a-secret-of-an-example',
        ['secret !== undefined && wellKnownSecrets.test(secret)', 'secret === name'],
        'a secret of an example for pharmacies',
        'a key of an example for SMS',
      ),
    ],
    'Proxies in front are counted': [
      inConfig(
        'proxies-that-nobody-counted',
        ["reader.optional('TRUSTED_PROXIES') === null", "reader.optional('TRUSTED_PROXIES') === ''"],
        'an unset number of proxies',
      ),
    ],
    'Records outlive a restart': [
      inConfig(
        'a-database-in-memory',
        ["config.databaseUrl === 'pglite:memory'", "config.databaseUrl === 'memory'"],
        'a database in memory',
      ),
    ],
    'Video has an agreement for PHI and reports that can be believed': [
      inConfig(
        'video-between-browsers',
        ["config.video.includes('peer')", 'config.video.length === 0'],
        'video between browsers',
      ),
      inConfig(
        'an-account-without-phi',
        ["config.daily?.mode === 'plain'", 'config.daily?.mode === null'],
        'an account of Daily without an agreement for PHI',
      ),
      inConfig(
        'reports-that-cannot-be-believed',
        ['config.daily.webhookSecret === null', "config.daily.webhookSecret === 'x'"],
        'reports that cannot be believed',
      ),
      inConfig(
        'video-without-tls',
        ["config.daily?.apiBase?.startsWith('http:')", "config.daily?.apiBase?.startsWith('ftp:')"],
        'a vendor without TLS',
      ),
    ],
    'Drug checks of a demonstration are refused': [
      inConfig(
        'demonstration-checks',
        ["config.drugChecks === 'demonstration'", 'config.drugChecks === null'],
        'checks of drugs that know next to nothing',
      ),
    ],
    'Keys and checkpoints have a place of their own': [
      inConfig(
        'keys-beside-the-data',
        ["reader.optional('KEY_FOLDER') === null", "reader.optional('KEY_FOLDER') === ''"],
        'keys beside the data',
      ),
      inConfig(
        'checkpoints-beside-the-ledger',
        ["reader.optional('CHECKPOINT_FILE') === null", "reader.optional('CHECKPOINT_FILE') === ''"],
        'checkpoints beside the ledger',
      ),
    ],
    'Partners are called over TLS': [
      inPartners(
        'a-partner-without-tls',
        ["url?.startsWith('http:')", "url?.startsWith('ftp:')"],
        'a pharmacy network without TLS',
        'a clearinghouse without TLS',
        'a processor without TLS',
        'a carrier without TLS',
      ),
      inPartners(
        'a-laboratory-without-tls',
        ["laboratory.tls === 'none' || ", ''],
        'never starts a laboratory listener without TLS',
      ),
      inPartners(
        'results-without-tls',
        [' || laboratory.listenTls === null', ''],
        'never starts a laboratory listener without TLS',
      ),
      inPartners(
        'any-sender-of-results',
        [
          'laboratory?.listenTls != null && laboratory.listenTls.clientsCaFile === null',
          'laboratory?.listenTls === undefined && pharmacy === undefined',
        ],
        'never starts a laboratory listener without TLS',
      ),
      inPartners('mail-without-tls', ["smtp?.tls === 'none'", 'smtp?.tls === null'], 'a mail server without TLS'),
    ],
  },
}
