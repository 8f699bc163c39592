import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { operations } from '@visitkit/contract/operations'
import { composeServer } from '../packages/reference-server/src/compose-server.ts'
import { columnsOfBytes } from '../packages/reference-server/src/composition/columns-of-bytes.ts'
import { tableLifetimes } from '../packages/reference-server/src/composition/table-lifetimes.ts'
import { readConfig } from '../packages/reference-server/src/config.ts'
import { propertiesFor, readRoles } from './properties-by-role.ts'

export const dataMapPage = join(import.meta.dirname, '../docs/compliance/data-map.md')

const server = join(import.meta.dirname, '../packages/reference-server/src')

const opening = `<!-- Written by \`node scripts/write-data-map.ts\` from the contract, the code and the catalog of a new database. Do not edit. -->

# Assets and data flows

What the software stores, who can read and change it, what it sends and what it receives. It is the product's part of an inventory of assets (45 CFR 164.308(a)(1) and 164.310(d)); machines, backups and people are yours to add. What each partner learns in words: [the threat model](threat-model.md#partners-outbound-data). Which property each role reads: [properties by role](../reference/properties.md).`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

const columns = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-data-map-'))
  const environment = { VISITKIT_DATA_FOLDER: folder, VISITKIT_PORT: '0', VISITKIT_LOG_LEVEL: 'error' }
  const { platform, close } = await composeServer(readConfig(environment))
  try {
    return await columnsOfBytes(platform.database.owner())
  } finally {
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}

const isEncrypted = (column: string): boolean => /^(sealed|answer|wrapped)$/.test(column)

const kept = (lifetime: (typeof tableLifetimes)[string]): string => {
  if ('boundedBy' in lifetime) return `as many as ${lifetime.boundedBy}`
  if ('keptAs' in lifetime) return `${lifetime.keptAs} records, by the schedule`
  if ('deletedBy' in lifetime) return `until \`${lifetime.deletedBy}\``
  return `until ${lifetime.deletedWith}`
}

const assets = async (): Promise<string> => {
  const bytes = await columns()
  const rows = Object.entries(tableLifetimes).map(([name, lifetime]) => {
    const own = bytes.get(name) ?? []
    const encrypted = own.filter(isEncrypted)
    return [`\`${name}\``, code(encrypted), code(own.filter((column) => !encrypted.includes(column))), kept(lifetime)]
  })
  return `## What is stored\n\nEach table of the database. Columns that are not named are not encrypted: ids, times, codes, states. The address of a client, in the details of an audit row, is.\n\n${table(['table', 'encrypted', 'hashes and keys', 'kept'], rows)}`
}

/** The classes of PHI in the responses of each operation. */
const classesByOperation = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const everything = new Set(Object.values(readRoles()).flatMap((granted) => Object.keys(granted)))
  const classes = new Map<string, Set<string>>()
  for (const { class: phi, operations: returning } of propertiesFor(everything).values())
    for (const operation of returning) classes.set(operation, (classes.get(operation) ?? new Set()).add(phi))
  return classes
}

const uses = (): string => {
  const classes = classesByOperation()
  const declared = Object.entries(operations)
  const reading = new Set<string>(['read', 'search', 'export', 'print'])
  const rows = [...Map.groupBy(declared, ([, { audit }]) => audit.entity)]
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
    .map(([entity, own]) => {
      const [reads, writes] = [true, false].map((wanted) =>
        own.filter(([, { audit }]) => reading.has(audit.action) === wanted).map(([id]) => id),
      ) as [string[], string[]]
      const phi = new Set(own.flatMap(([id]) => [...(classes.get(id) ?? [])]))
      return [`\`${entity}\``, [...phi].toSorted().join(', '), code(reads), code(writes)]
    })
  return `## What people and programs read and change\n\nBy the kind of record that the ledger names. A class of PHI is one that some response has.\n\n${table(['record', 'PHI', 'read by', 'changed by'], rows)}`
}

const sourcesIn = (folder: string): readonly (readonly [path: string, text: string])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .toSorted()
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const)

const sent = (): string => {
  const rows = sourcesIn(join(server, 'domains'))
    .filter(([, text]) => text.includes(': TransmissionHandler<'))
    .map(([path, text]) => {
      const audit = /audit: \{ entity: '(\w+)', because: '([\w-]+)'(?:, purpose: '(\w+)')?/.exec(text)
      const why = /why: '([^']+)'/.exec(text)?.[1]
      const recipient = /recipient: '([a-z-]+)'/.exec(text)?.[1]
      if (!audit || (why ?? recipient) === undefined) throw new Error(`${path} does not say what it sends.`)
      const [domain = ''] = path.split('/')
      return [
        domain,
        `\`${path.split('/').at(-1)?.replace('.ts', '')}\``,
        `\`${audit[1]}\``,
        audit[3] ?? 'HOPERAT',
        recipient === undefined ? `nothing of a visit: ${why}` : `${recipient}, by consent`,
      ]
    })
  return `## What is sent to partners\n\nNothing is sent without an agreement in force, and each message is a row of the ledger. The last column is what leaves of a visit about substance use (42 CFR part 2).\n\n${table(['domain', 'message', 'record', 'purpose', 'of a protected visit'], rows)}`
}

const connections = async (): Promise<string> => {
  const text = await readFile(join(server, 'config/egress-destinations.ts'), 'utf8')
  const named = [...text.matchAll(/\b(partner|own)\(('([\w-]+)'|vendorOfLaboratory\(id\)), '(VISITKIT_\w+)'\)/g)].map(
    ([, kind, , name = 'each further laboratory', setting]) => [
      name,
      `\`${setting}\``,
      kind === 'partner' ? 'yes' : '',
    ],
  )
  if (named.length < 10) throw new Error('config/egress-destinations.ts has another form.')
  const rows = [
    ...named,
    ['receivers of webhooks', '`VISITKIT_WEBHOOK_HOSTS`', ''],
    ['identity providers of organizations', 'registered with the organization', ''],
  ]
  return `## Where the server connects to\n\nIt connects to no other host (C53).\n\n${table(['recipient', 'setting', 'receives PHI, needs an agreement'], rows)}`
}

const received = (): string => {
  const rows = Object.entries(operations)
    .filter(([, { permission }]) => permission === 'none')
    .map(([id, { method, path, audit }]) => [`\`${id}\``, `\`${method.toUpperCase()} ${path}\``, `\`${audit.entity}\``])
  return `## What is received without a session\n\nEach brings another proof: a signature, a client's secret, or a code. Besides, the laboratory's port (MLLP with client certificates), the mailbox of the clearinghouse and answers of partners to what was sent.\n\n${table(['operation', 'address', 'record'], rows)}`
}

/** The expected content of the page. */
export const dataMap = async (): Promise<string> => {
  const parts = [opening, await assets(), uses(), sent(), await connections(), received()]
  return format(`${parts.join('\n\n')}\n`, { ...(await resolveConfig(dataMapPage)), parser: 'markdown' })
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await writeFile(dataMapPage, await dataMap())
