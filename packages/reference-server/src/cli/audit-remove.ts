import { createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import type { Checkpoint } from '../platform/audit/checkpoint.ts'
import { readCheckpoints } from '../platform/audit/checkpoint-file.ts'
import { readLedgerFile } from '../platform/audit/export-ledger.ts'
import { endsGroup, findFirstSequence, removeLinkedAccesses } from '../platform/audit/remove-linked-accesses.ts'
import { verifyLedger } from '../platform/audit/verify-ledger.ts'
import { openDatabase, type PlatformDatabase } from '../platform/database/open/open-database.ts'
import { createClientRegistry } from '../platform/identity/client-registry.ts'
import type { VerifyOutcome } from './audit-verify.ts'
import { recordForOrganizations } from './command-line-access.ts'

export const auditRemoveUsage = `visitkit-server audit remove: removes accesses that were retained long enough from the database: the years of
packs/policy/retention.json, or more if an organization chose more.

  --database <url>      pglite:/folder (server stopped) or postgres://owner...
  --through <number>    the checkpoint up to which rows are removed
  --ledger <file>       an export that has these rows ("audit export"); it is verified first
  --checkpoints <file>  the checkpoint file that was kept outside the database
  --key <file>          the public key of the checkpoints (audit-signing-key.pub.pem)

Store the export like the ledger. Afterwards, give "audit verify" and "audit export" --after <number>.`

/** `packs/policy/retention.json`. */
interface RetentionPolicy {
  readonly years: { readonly accesses: number }
}

/** The command, without the process: `args` are the arguments after `audit remove`. */
export const auditRemove = async (args: readonly string[], now: Date): Promise<VerifyOutcome> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      database: { type: 'string' },
      through: { type: 'string' },
      ledger: { type: 'string' },
      checkpoints: { type: 'string' },
      key: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const { database: url, through, ledger, checkpoints: file, key } = values
  if (values.help) return { exitCode: 0, text: auditRemoveUsage }
  if (!url || !through || !ledger || !file || !key) return { exitCode: 2, text: auditRemoveUsage }
  const checkpoints = await readCheckpoints(file)
  const last = checkpoints.find(({ number }) => number === Number(through))
  if (last === undefined) return refused(`there is no checkpoint ${through} in the file`)
  const tooEarly = (end: Date): VerifyOutcome | null =>
    end > now ? refused(`checkpoint ${through} is retained until ${end.toISOString()}`) : null
  const years = await leastYears()
  const refusal = tooEarly(yearsAfter(last, years))
  if (refusal !== null) return refusal

  const exported = await checkExport(ledger, checkpoints, last, createPublicKey(await readFile(key)))
  if (typeof exported === 'string') return refused(exported)
  const database = await openDatabase({ url, poolSize: 1, statementTimeout: 0, notice: () => undefined })
  try {
    const chosen = tooEarly(yearsAfter(last, Math.max(years, ...(await chosenYears(database)))))
    if (chosen !== null) return chosen
    const first = await findFirstSequence(database)
    if (first === null || first > last.lastSequence) return { exitCode: 0, text: 'Nothing to remove.' }
    if (first < exported.firstSequence)
      return refused(`the export begins at row ${exported.firstSequence}, the database at ${first}`)
    if (!(await endsGroup(database, last.lastSequence)))
      return refused(`checkpoint ${through} ends inside a group of links; choose the next one`)
    // Before anything is removed: without the row, nothing is.
    await recordForOrganizations(database, 'audit.remove')
    const removed = await removeLinkedAccesses(database, last.lastSequence)
    return {
      exitCode: 0,
      text: `${removed} rows removed, up to row ${last.lastSequence}. From now on, verify with --after ${through}.`,
    }
  } finally {
    await database.close()
  }
}

const refused = (why: string): VerifyOutcome => ({ exitCode: 1, text: `Nothing was removed: ${why}.` })

const leastYears = async (): Promise<number> => {
  const file = new URL('../../packs/policy/retention.json', import.meta.url)
  return (JSON.parse(await readFile(file, 'utf8')) as RetentionPolicy).years.accesses
}

/** Checkpoints cover every organization, so the longest schedule of one keeps the rows of all. */
const chosenYears = async (database: PlatformDatabase): Promise<readonly number[]> => {
  const { rows: known } = await sql<{ known: boolean }>`
    select exists (select from pg_tables
      where schemaname = 'compliance' and tablename = 'retention_schedules') as known`.execute(
    database.readerAcross('audit'),
  )
  // A database of a release before has no schedules.
  if (!known[0]?.known) return []
  const organizationIds = await createClientRegistry(database).organizationIds()
  const schedules = await Promise.all(
    organizationIds.map((organizationId) =>
      sql<{ accesses: number }>`select accesses from compliance.retention_schedules`.execute(
        database.reader({ domain: 'compliance', organizationId }),
      ),
    ),
  )
  return schedules.flatMap(({ rows }) => rows.map(({ accesses }) => accesses))
}

/** Every row that a checkpoint covers was recorded before it was signed. */
const yearsAfter = ({ at }: Checkpoint, years: number): Date => {
  const end = new Date(at)
  end.setUTCFullYear(end.getUTCFullYear() + years)
  return end
}

/** Where the export begins, if it is whole up to the checkpoint; otherwise what it lacks. */
const checkExport = async (
  ledger: string,
  checkpoints: readonly Checkpoint[],
  last: Checkpoint,
  key: Parameters<typeof verifyLedger>[2],
): Promise<{ readonly firstSequence: number } | string> => {
  const before = await firstSequenceOf(ledger)
  if (before === null) return 'the export cannot be read'
  const after = before === 1 ? 0 : checkpoints.find(({ lastSequence }) => lastSequence === before - 1)?.number
  if (after === undefined) return 'the export does not begin after a checkpoint'
  const covering = checkpoints.filter(({ number }) => number <= last.number)
  const { fault } = await verifyLedger(readLedgerFile(ledger), covering, key, after)
  return fault === null ? { firstSequence: before } : `the export is not whole (${fault.kind} at row ${fault.sequence})`
}

const firstSequenceOf = async (ledger: string): Promise<number | null> => {
  for await (const link of readLedgerFile(ledger)) return link?.sequence ?? null
  return null
}
