import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { accessColumns } from '../platform/audit/access-columns.ts'
import type { HashedRow } from '../platform/audit/chain.ts'
import { ledgerLine, readLedger } from '../platform/audit/export-ledger.ts'
import { auditEventOf, type AuditEventServer, type KnownOfRow } from '../platform/audit/formats/audit-event.ts'
import { consentDecisionOf } from '../platform/audit/formats/consent-decision.ts'
import { followReferences } from '../platform/audit/formats/row-references.ts'
import { csvHeading, csvLine } from '../platform/audit/formats/ledger-csv.ts'
import { startAfter, type LinkedRow } from '../platform/audit/verify-ledger.ts'
import { listCheckpointsAfter } from '../platform/audit/write-checkpoint.ts'
import { readConfig } from '../config.ts'
import { openAddresses, type OpenAddress } from './open-addresses.ts'
import { openDatabase } from '../platform/database/open/open-database.ts'
import { recordForOrganizations } from './command-line-access.ts'

const properties: readonly string[] = accessColumns.map(([, , property]) => property)

export const auditExportUsage = `visitkit-server audit export: writes the audit ledger to a file.

  --database <url>     pglite:/folder (server stopped) or postgres://owner...
  --out <file>         It contains who accessed whose data: protect it like the ledger. An existing file is never overwritten.
  --after <number>     the checkpoint up to which "audit remove" has removed rows
  --format <format>    ledger (default): NDJSON, one linked row a line, which "audit verify" checks anywhere
                       fhir: NDJSON of FHIR R4 AuditEvent, by the Basic Audit Log Patterns of IHE; needs --server
                       csv: RFC 4180, safe for spreadsheets
  --server <url>       address of the server, for --format fhir
  --addresses          with --format fhir: opens the network addresses of clients, with the keys of this deployment (VISITKIT_ variables).
                       Without it the network of a client is its application
  --from, --to <time>  RFC 3339; from inclusive, to exclusive. Not for --format ledger: a part of a ledger cannot be verified
  --where <name=value> only rows with this value, several times for several names. Not for --format ledger. Names:
                       ${properties.filter((name) => name !== 'at').join(', ')}`

/** A wrong argument; the message says which and what to do. */
class UsageError extends Error {}

interface Wanted {
  readonly from: number
  readonly to: number
  readonly where: readonly (readonly [keyof HashedRow, string])[]
}

const timeOf = (name: string, value: string | undefined, otherwise: number): number => {
  if (value === undefined) return otherwise
  const time = Date.parse(value)
  if (Number.isNaN(time)) throw new UsageError(`--${name} must be a time like 2026-11-30T00:00:00Z.`)
  return time
}

const wantedOf = (values: { readonly from?: string; readonly to?: string; readonly where?: string[] }): Wanted => ({
  from: timeOf('from', values.from, Number.NEGATIVE_INFINITY),
  to: timeOf('to', values.to, Number.POSITIVE_INFINITY),
  where: (values.where ?? []).map((text) => {
    const place = text.indexOf('=')
    const name = text.slice(0, place)
    if (place < 1 || name === 'at' || !properties.includes(name))
      throw new UsageError(`--where must be name=value, with one of the names of --help; "${text}" is not.`)
    return [name as keyof HashedRow, text.slice(place + 1)] as const
  }),
})

const isWanted = (row: HashedRow, { from, to, where }: Wanted): boolean => {
  const at = new Date(row.at).getTime()
  return from <= at && at < to && where.every(([name, value]) => String(row[name] ?? '') === value)
}

/** How a row is written; null for one that is left out. Sees each row, in order. */
type Format = (link: LinkedRow) => string | null | Promise<string | null>

interface FormatValues {
  readonly format: string
  readonly server?: string
  readonly from?: string
  readonly to?: string
  readonly where?: string[]
}

const formatOf = (
  values: FormatValues,
): { readonly heading: string; readonly format: (openAddress: OpenAddress | null) => Format } => {
  const { format, server } = values
  if (format === 'ledger') {
    if (values.from !== undefined || values.to !== undefined || values.where !== undefined)
      throw new UsageError('--from, --to and --where need --format fhir or csv: a part of a ledger cannot be verified.')
    return { heading: '', format: () => ledgerLine }
  }
  const wanted = wantedOf(values)
  if (format === 'csv')
    return {
      heading: csvHeading,
      format:
        () =>
        ({ sequence, row }) =>
          row !== null && isWanted(row, wanted) ? csvLine(sequence, row) : null,
    }
  if (format !== 'fhir') throw new UsageError('--format must be ledger, fhir or csv.')
  if (server === undefined || !URL.canParse(server))
    throw new UsageError('--format fhir needs --server, the address of the server, e.g. https://visits.example.org.')
  return { heading: '', format: (openAddress) => fhirFormat({ address: server }, wanted, openAddress) }
}

/** An event for each row, and one more for the consents that permitted it. */
const fhirFormat = (server: AuditEventServer, wanted: Wanted, openAddress: OpenAddress | null): Format => {
  const referencesOf = followReferences()
  return async ({ row }) => {
    if (row === null) return null
    const { sealedAddress, ...known } = referencesOf(row)
    if (!isWanted(row, wanted)) return null
    const clientAddress =
      openAddress === null || sealedAddress === undefined ? null : await openAddress(row, sealedAddress)
    const all: KnownOfRow = { ...known, ...(clientAddress !== null && { clientAddress }) }
    const decision = consentDecisionOf(row, server, all)
    const events = [auditEventOf(row, server, all), ...(decision === null ? [] : [decision])]
    return events.map((event) => `${JSON.stringify(event)}\n`).join('')
  }
}

/** The command, without the process. Returns the number of rows written, or null when a required argument is missing. */
export const auditExport = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number | null> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      database: { type: 'string' },
      out: { type: 'string' },
      after: { type: 'string', default: '0' },
      format: { type: 'string', default: 'ledger' },
      server: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      where: { type: 'string', multiple: true },
      addresses: { type: 'boolean', default: false },
    },
  })
  if (values.database === undefined || values.out === undefined) return null
  if (values.addresses && values.format !== 'fhir') throw new UsageError('--addresses needs --format fhir.')
  const { heading, format: formatWith } = formatOf(values)
  const database = await openDatabase({
    url: values.database,
    poolSize: 1,
    statementTimeout: 0,
    notice: () => undefined,
  })
  let rows = 0
  const format = formatWith(values.addresses ? await openAddresses(database, readConfig(environment)) : null)
  const lines = async function* (): AsyncGenerator<string> {
    yield heading
    const checkpoints = await listCheckpointsAfter(database.readerAcross('audit'), 0)
    for await (const link of readLedger(database, startAfter(checkpoints, Number(values.after)))) {
      const line = await format(link)
      if (line === null) continue
      rows += 1
      yield line
    }
  }
  try {
    // First the row, then the file: an export that left none would be one that no one knows of.
    await recordForOrganizations(database, 'audit.export')
    await pipeline(Readable.from(lines()), createWriteStream(values.out, { flags: 'wx', mode: 0o600 }))
  } finally {
    await database.close()
  }
  return rows
}

/** The command with its text and exit code. */
export const auditExportCommand = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly exitCode: number; readonly text: string }> => {
  try {
    const rows = await auditExport(args, environment)
    return rows === null ? { exitCode: 2, text: auditExportUsage } : { exitCode: 0, text: `${rows} rows written` }
  } catch (error) {
    if (error instanceof UsageError) return { exitCode: 2, text: error.message }
    throw error
  }
}

if (import.meta.main) {
  const { exitCode, text } = await auditExportCommand(process.argv.slice(2))
  console.log(text)
  process.exitCode = exitCode
}
