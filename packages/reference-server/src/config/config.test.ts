import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../config.ts'

const production = {
  VISITKIT_MODE: 'production',
  VISITKIT_PUBLIC_URL: 'https://visits.hospital.example',
  VISITKIT_DATABASE_URL: 'postgres://owner:8f2b7c91@db.hospital.example/visitkit?sslmode=verify-full',
  VISITKIT_TRUSTED_PROXIES: '1',
  VISITKIT_KEY_FOLDER: '/run/keys',
  VISITKIT_CHECKPOINT_FILE: '/mnt/worm/checkpoints.ndjson',
  VISITKIT_VIDEO: 'daily',
  VISITKIT_DAILY_API_KEY: '5c1e09',
  VISITKIT_DAILY_WEBHOOK_SECRET: 'k3J9',
  VISITKIT_VENDOR_AGREEMENTS: 'daily:us:2026-01-01:2027-12-31',
}

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

describe('the configuration', () => {
  it('needs no settings to start on one machine', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ mode: 'development', host: '127.0.0.1', port: 4000, video: ['peer'], daily: null })
    expect(config.databaseUrl).toMatch(/^pglite:\/.+\.visitkit\/database$/)
  })

  it('takes a relay only with its secret, and only as a relay is written', () => {
    const relay = (VISITKIT_TURN_URLS: string, VISITKIT_TURN_SECRET = '8f2b7c91') =>
      faultsOf({ VISITKIT_TURN_URLS, VISITKIT_TURN_SECRET })
    const written = 'turn:relay.example:3478?transport=tcp,turns:relay.example:5349'
    expect(relay(written)).toEqual([])
    expect(relay(written, '')).toEqual(['VISITKIT_TURN_SECRET is needed, because VISITKIT_TURN_URLS is set.'])
    expect(relay('')).toEqual(['VISITKIT_TURN_URLS is needed, because VISITKIT_TURN_SECRET is set.'])
    expect(relay('https://relay.example').join()).toContain('must list turn:host:port')
    expect(faultsOf({ ...production, VISITKIT_TURN_URLS: written, VISITKIT_TURN_SECRET: 'changeme' }).join()).toContain(
      'VISITKIT_TURN_SECRET is a value from the examples',
    )
  })

  it('sends directions as text only in production, where a network may validate them against licensed schemas', () => {
    const pharmacy = {
      VISITKIT_PHARMACY_URL: 'https://network.example/script',
      VISITKIT_PHARMACY_ACCOUNT: 'lakeside',
      VISITKIT_PHARMACY_SECRETS: '8f2b7c91',
    }
    const directionsOf = (more: Record<string, string>) =>
      readConfig({ ...more, ...pharmacy }).partners.pharmacy?.directions
    expect(directionsOf({})).toBe('structured')
    expect(directionsOf(production)).toBe('text')
    expect(directionsOf({ ...production, VISITKIT_PHARMACY_DIRECTIONS: 'structured' })).toBe('structured')
  })

  it('never starts a laboratory listener without TLS because of a missing file, and in production requires client certificates', () => {
    const laboratory = {
      VISITKIT_LABORATORY_ADDRESS: 'lab.example:2575',
      VISITKIT_LABORATORY_SENDER: 'VISITKIT/LAKESIDE',
      VISITKIT_LABORATORY_RECEIVER: 'LAB/EXAMPLE-LAB',
      VISITKIT_LABORATORY_LISTEN: '0.0.0.0:2575',
      VISITKIT_LABORATORY_FACILITIES: 'LAB/EXAMPLE-LAB/o',
    }
    const faultyWith = (environment: Record<string, string>, ...files: readonly string[]): string[] =>
      faultsOf({
        ...environment,
        ...laboratory,
        ...Object.fromEntries(files.map((file) => [`VISITKIT_LABORATORY_${file}`, `/${file}.pem`])),
      }).map((fault) => fault.split(' ')[0]?.replace('VISITKIT_LABORATORY_', '') ?? '')
    expect(faultyWith({})).toEqual([])
    expect(faultyWith({}, 'CERTIFICATE')).toEqual(['KEY'])
    expect(faultyWith({}, 'KEY')).toEqual(['CERTIFICATE'])
    expect(faultyWith({}, 'CERTIFICATE', 'KEY')).toEqual([])
    expect(faultyWith(production)).toEqual(['TLS'])
    expect(faultyWith(production, 'CERTIFICATE', 'CLIENTS_CA')).toEqual(['KEY'])
    expect(faultyWith(production, 'CERTIFICATE', 'KEY')).toEqual(['CLIENTS_CA'])
    expect(faultyWith(production, 'CERTIFICATE', 'KEY', 'CLIENTS_CA')).toEqual([])
    const plain = { ...production, VISITKIT_LABORATORY_TLS: 'none' }
    expect(faultyWith(plain, 'CERTIFICATE', 'KEY', 'CLIENTS_CA')).toEqual(['TLS'])
  })

  it('reads several laboratories, each with its senders, and refuses one that is not clear', () => {
    const laboratories = (others: string, facilities: string) => ({
      VISITKIT_LABORATORY_ADDRESS: 'lab.example:2575',
      VISITKIT_LABORATORY_NAME: 'Example Laboratory',
      VISITKIT_LABORATORY_SENDER: 'VISITKIT/LAKESIDE',
      VISITKIT_LABORATORY_RECEIVER: 'LAB/EXAMPLE-LAB',
      VISITKIT_LABORATORY_LISTEN: '0.0.0.0:2575',
      VISITKIT_LABORATORY_OTHERS: others,
      VISITKIT_LABORATORY_FACILITIES: facilities,
    })
    const genetics = 'genetics/Example Genetics/gene.example:2576/GENE/MAIN'
    const { laboratory } = readConfig(laboratories(genetics, 'LAB/A/o,genetics=GENE/MAIN/o/latin-1')).partners
    expect(laboratory).toMatchObject({
      name: 'Example Laboratory',
      others: [
        {
          id: 'genetics',
          name: 'Example Genetics',
          address: { host: 'gene.example', port: 2576 },
          receiver: { application: 'GENE', facility: 'MAIN' },
        },
      ],
      facilities: [
        { laboratoryId: 'main', facility: 'A' },
        { laboratoryId: 'genetics', application: 'GENE', characterSet: 'latin-1' },
      ],
    })
    for (const others of [
      `${genetics},${genetics}`,
      'main/A/a.example:1/A/B',
      'x/A/a.example/A/B',
      'x/A/a.example:1/A',
    ])
      expect(faultsOf(laboratories(others, '')).join()).toContain('VISITKIT_LABORATORY_OTHERS')
    expect(faultsOf(laboratories(genetics, 'other=A/B/o')).join()).toContain('VISITKIT_LABORATORY_FACILITIES')
  })

  it('knows each sender of results by its certificate, and in production requires it of several laboratories', () => {
    const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':')
    const laboratories = (certificates: string) => ({
      VISITKIT_LABORATORY_ADDRESS: 'lab.example:2575',
      VISITKIT_LABORATORY_SENDER: 'VISITKIT/LAKESIDE',
      VISITKIT_LABORATORY_RECEIVER: 'LAB/EXAMPLE-LAB',
      VISITKIT_LABORATORY_LISTEN: '0.0.0.0:2575',
      VISITKIT_LABORATORY_OTHERS: 'genetics/Example Genetics/gene.example:2576/GENE/MAIN',
      VISITKIT_LABORATORY_FACILITIES: 'LAB/A/o,genetics=GENE/MAIN/o',
      VISITKIT_LABORATORY_SENDER_CERTIFICATES: certificates,
    })
    const both = `LAB/A/${fingerprint},GENE/MAIN/${'cd'.repeat(32)}`
    expect(readConfig(laboratories(both)).partners.laboratory?.facilities).toMatchObject([
      { certificate: 'ab'.repeat(32) },
      { certificate: 'cd'.repeat(32) },
    ])
    const named = 'VISITKIT_LABORATORY_SENDER_CERTIFICATES'
    for (const wrong of ['LAB/A/short', `LAB/OTHER/${fingerprint}`, 'LAB/A'])
      expect(faultsOf(laboratories(wrong)).join()).toContain(named)
    expect(faultsOf(laboratories('')).join()).not.toContain(named)
    const files = Object.fromEntries(
      ['CERTIFICATE', 'KEY', 'CLIENTS_CA'].map((file) => [`VISITKIT_LABORATORY_${file}`, `/${file}.pem`]),
    )
    expect(faultsOf({ ...production, ...files, ...laboratories(both) }).join()).not.toContain(named)
    expect(faultsOf({ ...production, ...files, ...laboratories(`LAB/A/${fingerprint}`) }).join()).toContain(named)
  })

  it('reads the character set of a laboratory that names none in its messages', () => {
    const facilities = (value: string) => ({
      VISITKIT_LABORATORY_ADDRESS: 'lab.example:2575',
      VISITKIT_LABORATORY_SENDER: 'VISITKIT/LAKESIDE',
      VISITKIT_LABORATORY_RECEIVER: 'LAB/EXAMPLE-LAB',
      VISITKIT_LABORATORY_LISTEN: '0.0.0.0:2575',
      VISITKIT_LABORATORY_FACILITIES: value,
    })
    expect(readConfig(facilities('LAB/NORTH/o,LAB/SOUTH/p/latin-1')).partners.laboratory?.facilities).toEqual([
      { application: 'LAB', facility: 'NORTH', organizationId: 'o', laboratoryId: 'main', characterSet: 'utf-8' },
      { application: 'LAB', facility: 'SOUTH', organizationId: 'p', laboratoryId: 'main', characterSet: 'latin-1' },
    ])
    expect(faultsOf(facilities('LAB/NORTH/o/ebcdic')).join()).toContain('VISITKIT_LABORATORY_FACILITIES')
  })

  it('reads the delimiters and service types that a clearinghouse prescribes', () => {
    const clearinghouse = (more: Record<string, string>) => ({
      VISITKIT_CLEARINGHOUSE_URL: 'https://claims.example',
      VISITKIT_CLEARINGHOUSE_API_KEY: '5c1e09',
      VISITKIT_CLEARINGHOUSE_SUBMITTER: 'A/B/C/6145550100',
      VISITKIT_CLEARINGHOUSE_RECEIVER: 'A/B',
      VISITKIT_CLEARINGHOUSE_ORGANIZATION: 'o',
      ...more,
    })
    const read = (more: Record<string, string>) => readConfig(clearinghouse(more)).partners.clearinghouse
    expect(read({})).toMatchObject({ delimiters: null, serviceTypes: ['30', '98'] })
    const delimiters = { element: '|', repetition: '^', component: '>', segment: '~' }
    expect(
      read({ VISITKIT_CLEARINGHOUSE_DELIMITERS: '|^>~', VISITKIT_CLEARINGHOUSE_SERVICE_TYPES: '30' }),
    ).toMatchObject({ delimiters, serviceTypes: ['30'] })
    expect(read({ VISITKIT_CLEARINGHOUSE_SENDERS: 'A,PAYER 1' })).toMatchObject({ senders: ['A', 'PAYER 1'] })
    const wrong = { VISITKIT_CLEARINGHOUSE_DELIMITERS: '**:~', VISITKIT_CLEARINGHOUSE_SERVICE_TYPES: 'visit' }
    expect(faultsOf(clearinghouse(wrong)).map((fault) => fault.split(' ')[0])).toEqual(Object.keys(wrong))
  })

  it.each<[string, Record<string, string>, string]>([
    ['a pharmacy network without TLS', { PHARMACY_URL: 'http://network.example' }, 'PHARMACY_URL'],
    ['a clearinghouse without TLS', { CLEARINGHOUSE_URL: 'http://claims.example' }, 'CLEARINGHOUSE_URL'],
    ['a processor without TLS', { STRIPE_API_BASE: 'http://pay.example' }, 'STRIPE_API_BASE'],
    ['a carrier without TLS', { TELNYX_API_BASE: 'http://sms.example' }, 'TELNYX_API_BASE'],
    ['a mail server without TLS', { SMTP_URL: 'smtp+plain://mail.example:25' }, 'SMTP_URL'],
    ['a secret of an example for pharmacies', { PHARMACY_SECRETS: 'secret' }, 'PHARMACY_SECRETS'],
    ['a key of an example for claims', { CLEARINGHOUSE_API_KEY: 'test' }, 'CLEARINGHOUSE_API_KEY'],
    ['a key of an example for payments', { STRIPE_API_KEY: 'example' }, 'STRIPE_API_KEY'],
    ['a signature of an example for payments', { STRIPE_WEBHOOK_SECRET: 'changeme' }, 'STRIPE_WEBHOOK_SECRET'],
    ['a key of an example for SMS', { TELNYX_API_KEY: 'demo' }, 'TELNYX_API_KEY'],
    ['checks of drugs that know next to nothing', { DRUG_CHECKS: 'demonstration' }, 'DRUG_CHECKS'],
  ])('refuses %s in production, and accepts it in development', (_what, changed, name) => {
    const partners: Record<string, string> = {
      PHARMACY_URL: 'https://network.example',
      PHARMACY_ACCOUNT: 'lakeside',
      PHARMACY_SECRETS: '8f2b7c91',
      CLEARINGHOUSE_URL: 'https://claims.example',
      CLEARINGHOUSE_API_KEY: '5c1e09',
      CLEARINGHOUSE_SUBMITTER: 'A/B/C/6145550100',
      CLEARINGHOUSE_RECEIVER: 'A/B',
      CLEARINGHOUSE_ORGANIZATION: 'o',
      STRIPE_API_KEY: '5c1e09',
      STRIPE_WEBHOOK_SECRET: 'k3J9',
      STRIPE_ORGANIZATION: 'o',
      STRIPE_API_BASE: 'https://pay.example',
      SMTP_URL: 'smtps://mail.example',
      MAIL_FROM: 'visits@hospital.example',
      TELNYX_API_KEY: '5c1e09',
      TELNYX_FROM: '+16145550199',
      TELNYX_PUBLIC_KEY: 'k',
      TELNYX_API_BASE: 'https://sms.example',
    }
    const named = (given: Record<string, string>): Record<string, string> =>
      Object.fromEntries(Object.entries(given).map(([key, value]) => [`VISITKIT_${key}`, value]))
    expect(faultsOf({ ...production, ...named(partners) })).toEqual([])
    expect(faultsOf(named({ ...partners, ...changed }))).toEqual([])
    const faults = faultsOf({ ...production, ...named({ ...partners, ...changed }) })
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([`VISITKIT_${name}`])
  })

  it('cannot be changed once it is read', () => {
    const config = readConfig({ VISITKIT_VIDEO: 'daily', VISITKIT_DAILY_API_KEY: 'k' })
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError)
    expect(() => Object.assign(config.daily as object, { apiKey: 'x' })).toThrow(TypeError)
  })

  it('names every faulty variable at once, what to do, and no value', () => {
    const faults = faultsOf({
      VISITKIT_PORT: 'eighty',
      VISITKIT_MODE: 'prod',
      VISITKIT_PUBLIC_URL: 'visits.example/',
      VISITKIT_DATABASE_URL: 'mysql://root:hunter2@db',
      VISITKIT_VIDEO: 'zoom',
      VISITKIT_VENDOR_AGREEMENTS: 'daily',
      VISITKIT_LOG_LEVEL: 'chatty',
    })
    for (const name of ['PORT', 'MODE', 'PUBLIC_URL', 'DATABASE_URL', 'VIDEO', 'VENDOR_AGREEMENTS', 'LOG_LEVEL'])
      expect(faults.filter((fault) => fault.startsWith(`VISITKIT_${name} `))).toHaveLength(1)
    expect(faults.join()).not.toContain('hunter2')
  })

  it('requires the variables that a vendor needs', () => {
    expect(faultsOf({ VISITKIT_VIDEO: 'daily' })).toEqual([
      'VISITKIT_DAILY_API_KEY is needed, because VISITKIT_VIDEO names daily.',
    ])
  })

  it('reads agreements with and without an end', () => {
    const { vendorAgreements } = readConfig({
      VISITKIT_VENDOR_AGREEMENTS: 'daily:us:2026-01-01:, daily:eu:2026-01-01:2026-06-30',
    })
    expect(vendorAgreements).toEqual([
      { vendor: 'daily', region: 'us', from: new Date('2026-01-01'), to: null },
      { vendor: 'daily', region: 'eu', from: new Date('2026-01-01'), to: new Date('2026-06-30') },
    ])
  })
})

describe('in production', () => {
  it('a sound configuration is accepted', () => {
    expect(faultsOf(production)).toEqual([])
  })

  it.each<[string, Record<string, string>, string]>([
    ['a public address without TLS', { VISITKIT_PUBLIC_URL: 'http://visits.hospital.example' }, 'VISITKIT_PUBLIC_URL'],
    [
      'a database without TLS',
      { VISITKIT_DATABASE_URL: 'postgres://owner:8f2b7c91@db/visitkit' },
      'VISITKIT_DATABASE_URL must use TLS',
    ],
    [
      'a login without TLS',
      { VISITKIT_DATABASE_APP_URL: 'postgres://app:8f2b7c91@db/visitkit?sslmode=disable' },
      'VISITKIT_DATABASE_APP_URL must use TLS',
    ],
    [
      'a database whose certificate is not verified',
      { VISITKIT_DATABASE_URL: 'postgres://owner:8f2b7c91@db/visitkit?sslmode=require&uselibpqcompat=true' },
      'VISITKIT_DATABASE_URL must use TLS',
    ],
    [
      'TLS that is switched off again',
      { VISITKIT_DATABASE_URL: 'postgres://owner:8f2b7c91@db/visitkit?sslmode=verify-full&sslmode=disable' },
      'VISITKIT_DATABASE_URL must use TLS',
    ],
    [
      'a password of an example',
      { VISITKIT_DATABASE_URL: 'postgres://owner:postgres@db/visitkit?sslmode=verify-full' },
      'password from the examples',
    ],
    [
      'an owner without a password to derive the login from',
      { VISITKIT_DATABASE_URL: 'postgres://owner@db/visitkit?sslmode=verify-full' },
      'VISITKIT_DATABASE_APP_URL is needed',
    ],
    ['an unset number of proxies', { VISITKIT_TRUSTED_PROXIES: '' }, 'VISITKIT_TRUSTED_PROXIES is required'],
    ['a database in memory', { VISITKIT_DATABASE_URL: 'pglite:memory' }, 'every record would be lost'],
    ['video between browsers', { VISITKIT_VIDEO: 'peer,daily' }, 'VISITKIT_VIDEO must not name peer'],
    ['a vendor key of an example', { VISITKIT_DAILY_API_KEY: 'changeme' }, 'VISITKIT_DAILY_API_KEY'],
    ['an account of Daily without an agreement for PHI', { VISITKIT_DAILY_MODE: 'plain' }, 'VISITKIT_DAILY_MODE'],
    ['reports that cannot be believed', { VISITKIT_DAILY_WEBHOOK_SECRET: '' }, 'VISITKIT_DAILY_WEBHOOK_SECRET'],
    ['a vendor without TLS', { VISITKIT_DAILY_API_BASE: 'http://video' }, 'VISITKIT_DAILY_API_BASE'],
    ['keys beside the data', { VISITKIT_KEY_FOLDER: '' }, 'VISITKIT_KEY_FOLDER'],
    ['checkpoints beside the ledger', { VISITKIT_CHECKPOINT_FILE: '' }, 'VISITKIT_CHECKPOINT_FILE'],
  ])('%s is refused', (_what, changed, fault) => {
    const faults = faultsOf({ ...production, ...changed })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(fault)
  })
})
