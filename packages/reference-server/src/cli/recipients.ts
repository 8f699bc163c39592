import { parseArgs } from 'node:util'
import { readConfig, type Config } from '../config.ts'
import { egressDestinations } from '../config/egress-destinations.ts'
import { hostAndPort } from '../platform/egress/destination.ts'
import { agreementInForce } from '../vendors/vendor-agreement.ts'

export const recipientsUsage = `visitkit-server recipients: the recipients of this deployment, and the places where it stores data, as its settings name them. Shows no
secret, connects to nothing.

  recipients          as text
  recipients --json   for programs

Exit code: 0 done, 2 invalid arguments.`

interface Recipient {
  readonly name: string
  readonly host: string
  /** 0 where any port is. */
  readonly port: number
  readonly setting: string
  /** PHI needs an agreement. Others are parts of this deployment, or get ids and codes only. */
  readonly receives: 'phi' | 'own' | 'ids'
  /** Only of a recipient of PHI. Null: none is in force, so that nothing is sent. `to` is the first day without it; null without an end. */
  readonly agreement?: { readonly region: string; readonly to: string | null } | null
}

interface Place {
  readonly what: string
  /** A folder or file of this machine, or a host. */
  readonly where: string
  readonly setting: string
}

export interface Residency {
  readonly region: string
  /** Requests for organizations of these regions are answered with the URL, and nothing of them is stored here. */
  readonly otherRegions: Config['otherRegions']
  readonly recipients: readonly Recipient[]
  /** Browsers exchange picture and sound of a call over them, encrypted. The server does not connect to them. */
  readonly relays: readonly string[]
  readonly places: readonly Place[]
  /** What no setting names, and what a security officer therefore asks the operator. */
  readonly notInSettings: readonly string[]
}

const notInSettings = [
  'backups: where your timer stores them',
  'the log: where what the server writes is collected',
  'name resolution and time of the machine',
  'a proxy before the server',
  'identity providers: registered with each organization (visitkit-server doctor)',
  'the region in which a video vendor and relays carry the media of a call',
]

/** Recipients and places of storage. The list of recipients is the one that permits connections. */
export const residencyOf = (config: Config, now: Date): Residency => {
  const { region, otherRegions, vendorAgreements: agreements, databaseUrl, keyService, downtime } = config
  const embedded = /^pglite:(.+)$/.exec(databaseUrl)?.[1]
  return {
    region,
    otherRegions,
    recipients: egressDestinations(config).map(({ name, host, port, setting, needsAgreement }) => {
      const named = { name, host, port, setting }
      if (!needsAgreement) return { ...named, receives: name === 'webhook' ? 'ids' : 'own' }
      const agreement = agreementInForce({ vendor: name, region, agreements, now })
      const until = agreement && { region, to: agreement.to?.toISOString().slice(0, 10) ?? null }
      return { ...named, receives: 'phi', agreement: until }
    }),
    relays: [...config.stunUrls, ...(config.turn?.urls ?? [])],
    places: [
      { what: 'database', where: embedded ?? hostAndPort(databaseUrl).host, setting: 'VISITKIT_DATABASE_URL' },
      ...(embedded === undefined
        ? []
        : [{ what: 'journal of the ledger', where: config.dataFolder, setting: 'VISITKIT_DATA_FOLDER' }]),
      { what: 'keys', where: config.keyFolder, setting: 'VISITKIT_KEY_FOLDER' },
      ...(keyService
        ? [{ what: 'master keys', where: hostAndPort(keyService.url).host, setting: 'VISITKIT_KEY_SERVICE_URL' }]
        : []),
      { what: 'checkpoints of the ledger', where: config.checkpointFile, setting: 'VISITKIT_CHECKPOINT_FILE' },
      { what: 'list of erased keys', where: config.erasureFile, setting: 'VISITKIT_ERASURE_FILE' },
      ...(downtime
        ? [{ what: 'downtime lists, encrypted', where: downtime.folder, setting: 'VISITKIT_DOWNTIME_FOLDER' }]
        : []),
    ],
    notInSettings,
  }
}

const agreementWords = ({ receives, agreement }: Recipient): string => {
  if (receives === 'own') return 'a part of this deployment'
  if (receives === 'ids') return 'ids and codes, no PHI'
  if (!agreement) return 'PHI; no agreement in force: nothing is sent'
  return `PHI; agreement in ${agreement.region}${agreement.to === null ? ', without an end' : `, ends on ${agreement.to}`}`
}

const table = (rows: readonly (readonly string[])[]): string[] => {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(width(column))).join('  ')}`.trimEnd())
}

const write = ({ region, otherRegions, recipients, relays, places, notInSettings: asked }: Residency): string =>
  [
    `region ${region}`,
    ...otherRegions.map((other) => `  organizations of ${other.region} are at ${other.url}`),
    '',
    'recipients: the server connects to no other host, but to the identity providers of its organizations',
    ...(recipients.length === 0 ? ['  none'] : []),
    ...table(
      recipients.map((each) => [
        each.name,
        each.host === '*' ? 'any host, in development only' : `${each.host}:${each.port}`,
        agreementWords(each),
        each.setting,
      ]),
    ),
    ...relays.map((url) => `  browsers: ${url}, media of calls, encrypted`),
    '',
    'stored',
    ...table(places.map(({ what, where, setting }) => [what, where, setting])),
    '',
    'not in the settings',
    ...asked.map((each) => `  ${each}`),
  ].join('\n')

export const recipientsCommand = (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  now: Date,
): { readonly exitCode: number; readonly text: string } => {
  let json: boolean
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    })
    if (values.help) return { exitCode: 0, text: recipientsUsage }
    json = values.json
  } catch {
    return { exitCode: 2, text: recipientsUsage }
  }
  const residency = residencyOf(readConfig(environment), now)
  return { exitCode: 0, text: json ? JSON.stringify(residency, null, 2) : write(residency) }
}
