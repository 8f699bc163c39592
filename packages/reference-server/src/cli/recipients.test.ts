import { describe, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { egressDestinations } from '../config/egress-destinations.ts'
import { recipientsCommand, residencyOf, type Residency } from './recipients.ts'

const now = new Date('2026-12-02T12:00:00Z')
const secrets = {
  database: 'kept-4411',
  mail: 'kept-5522',
  sms: 'kept-6633',
  relay: 'kept-7744',
  pharmacy: 'kept-8855',
}
const environment = {
  VISITKIT_DATA_FOLDER: '/srv/visits',
  VISITKIT_DATABASE_URL: `postgres://visits:${secrets.database}@db.hospital.example/visits`,
  VISITKIT_REGION: 'us',
  VISITKIT_REGIONS: 'eu=https://eu.visits.example',
  VISITKIT_SMTP_URL: `smtps://portal:${secrets.mail}@mail.example`,
  VISITKIT_MAIL_FROM: 'visits@hospital.example',
  VISITKIT_TELNYX_API_KEY: secrets.sms,
  VISITKIT_TELNYX_FROM: '+16145550199',
  VISITKIT_TELNYX_PUBLIC_KEY: 'k',
  VISITKIT_PHARMACY_URL: 'https://network.example/script',
  VISITKIT_PHARMACY_ACCOUNT: 'lakeside',
  VISITKIT_PHARMACY_SECRETS: secrets.pharmacy,
  VISITKIT_TURN_URLS: 'turns:relay.example:5349?transport=tcp',
  VISITKIT_TURN_SECRET: secrets.relay,
  VISITKIT_WEBHOOK_HOSTS: 'hooks.hospital.example',
  // SMS: of another region. The pharmacy: has ended. E-mail: two in force.
  VISITKIT_VENDOR_AGREEMENTS: [
    ...['smtp:us:2026-01-01:2027-06-30', 'smtp:us:2026-01-01:2027-12-31', 'telnyx:eu:2026-01-01:'],
    'pharmacy:us:2026-01-01:2026-12-02',
  ].join(),
}
const config = readConfig(environment)

describe('the recipients of a deployment', () => {
  const residency = residencyOf(config, now)
  const agreementOf = (name: string) => residency.recipients.find((each) => each.name === name)?.agreement

  it('are exactly those to which connections are permitted, with the setting that names each', () => {
    expect(residency.recipients.map(({ name, host, port, setting }) => ({ name, host, port, setting }))).toEqual(
      egressDestinations(config).map(({ name, host, port, setting }) => ({ name, host, port, setting })),
    )
    expect(residency.recipients.map(({ name, receives }) => `${name} ${receives}`)).toEqual([
      'database own',
      ...['pharmacy phi', 'smtp phi', 'telnyx phi'],
      'webhook ids',
    ])
  })

  it('have the agreement that is in force in the region, or none', () => {
    expect(agreementOf('smtp')).toEqual({ region: 'us', to: '2027-12-31' })
    expect(agreementOf('telnyx')).toBeNull()
    expect(agreementOf('pharmacy')).toBeNull()
    expect(agreementOf('database')).toBeUndefined()
  })

  it('come with each place where something is stored, and with what the settings cannot know', () => {
    expect(Object.fromEntries(residency.places.map(({ setting, where }) => [setting, where]))).toEqual({
      VISITKIT_DATABASE_URL: 'db.hospital.example',
      VISITKIT_KEY_FOLDER: '/srv/visits/keys',
      VISITKIT_CHECKPOINT_FILE: '/srv/visits/checkpoints.ndjson',
      VISITKIT_ERASURE_FILE: '/srv/visits/erased-keys.ndjson',
    })
    expect(residencyOf(readConfig({}), now).places.map(({ what }) => what)).toContain('journal of the ledger')
    expect(residency.relays).toEqual(['turns:relay.example:5349?transport=tcp'])
    expect(residency.notInSettings.join()).toMatch(/backups.*log.*identity providers/)
  })

  it('are printed for people and for programs, without a secret', () => {
    const { text } = recipientsCommand([], environment, now)
    expect(text).toMatch(/^region us\n {2}organizations of eu are at https:\/\/eu\.visits\.example$/m)
    expect(text).toMatch(/smtp +mail\.example:465 +PHI; agreement in us, ends on 2027-12-31 +VISITKIT_SMTP_URL/)
    expect(text).toMatch(/telnyx +api\.telnyx\.com:443 +PHI; no agreement in force: nothing is sent/)
    const json = recipientsCommand(['--json'], environment, now).text
    expect(JSON.parse(json) as Residency).toEqual(residency)
    for (const [what, secret] of Object.entries(secrets))
      expect([text.includes(secret), json.includes(secret)], what).toEqual([false, false])
    expect(recipientsCommand(['--sjon'], environment, now)).toMatchObject({ exitCode: 2 })
  })
})
