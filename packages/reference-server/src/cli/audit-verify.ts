import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { isCheckpointGenuine, type Checkpoint } from '../platform/audit/checkpoint.ts'
import { readWitnessed } from '../platform/audit/witness.ts'
import { readCheckpoints } from '../platform/audit/checkpoint-file.ts'
import { findUnlinkedRow, readLedger, readLedgerFile } from '../platform/audit/export-ledger.ts'
import {
  startAfter,
  verifyLedger,
  type LedgerFault,
  type LedgerReport,
  type NotedHead,
} from '../platform/audit/verify-ledger.ts'
import { listCheckpointsAfter } from '../platform/audit/write-checkpoint.ts'
import { openDatabase } from '../platform/database/open/open-database.ts'

export const auditVerifyUsage = `visitkit-server audit verify: checks the audit ledger against its hash chain and its signed checkpoints.

  --ledger <file>       an export (NDJSON); nothing else is needed, no server and no database
  --database <url>      or the database itself: pglite:/folder (server stopped) or postgres://owner...
  --checkpoints <file>  the checkpoint file that was kept outside the database
  --key <file>          the public key of the checkpoints (audit-signing-key.pub.pem)
  --after <number>      the checkpoint up to which "audit remove" has removed rows; what is before it is in the export made then
  --expect-head <head>  a head that you noted earlier, as printed: sequence:hash
  --witness <file>      what the witness answered: its newest checkpoint (GET <url>/checkpoints/<key id>/latest)
  --witness-key <file>  the public key of the witness
  --json                the report as JSON

Exit code: 0 the ledger is whole, 1 it is not, 2 it could not be checked, 3 it is whole, but nothing, or less than its newest
row, is signed.`

export interface VerifyOutcome {
  readonly exitCode: 0 | 1 | 2 | 3
  readonly text: string
}

/** The command, without the process: `args` are the arguments after `audit verify`. */
export const auditVerify = async (args: readonly string[]): Promise<VerifyOutcome> => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ledger: { type: 'string' },
        database: { type: 'string' },
        checkpoints: { type: 'string' },
        key: { type: 'string' },
        after: { type: 'string', default: '0' },
        'expect-head': { type: 'string' },
        witness: { type: 'string' },
        'witness-key': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { exitCode: 0, text: auditVerifyUsage }
    if (!values.key || (values.ledger === undefined) === (values.database === undefined))
      return { exitCode: 2, text: auditVerifyUsage }
    const key = createPublicKey(await readFile(values.key))
    const noted = readHead(values['expect-head'])
    const report = await check(
      values.ledger,
      values.database,
      values.checkpoints,
      key,
      Number(values.after),
      noted,
      await readWitnessFile(values.witness, values['witness-key'], key),
    )
    const text = values.json ? JSON.stringify(report, null, 2) : describe(report, values.checkpoints !== undefined)
    return { exitCode: report.fault ? 1 : isSigned(report) ? 0 : 3, text }
  } catch (error) {
    return {
      exitCode: 2,
      text: `The ledger could not be checked: ${error instanceof Error ? error.message : 'unknown failure'}`,
    }
  }
}

/** Whether a signature covers every row: what none covers can be removed or replaced without trace. */
const isSigned = ({ checkpoints, unsigned }: LedgerReport): boolean => checkpoints > 0 && unsigned === 0

/** Its checkpoint has to be signed by this ledger's key and by the witness: anyone else could write a file that names a newer one. */
const readWitnessFile = async (
  path: string | undefined,
  witnessKey: string | undefined,
  key: KeyObject,
): Promise<Checkpoint | null> => {
  if (path === undefined) return null
  if (witnessKey === undefined) throw new Error('--witness needs --witness-key, the public key of the witness')
  const checkpoint = readWitnessed(
    JSON.parse(await readFile(path, 'utf8')),
    createPublicKey(await readFile(witnessKey)),
  )
  if (!isCheckpointGenuine(checkpoint, key))
    throw new Error('the checkpoint of the witness is not signed with the key of this ledger')
  return checkpoint
}

const readHead = (given: string | undefined): NotedHead | null => {
  if (given === undefined) return null
  const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/.exec(given) ?? []
  if (hash === undefined) throw new Error('--expect-head is not sequence:hash, as printed by an earlier run')
  return { sequence: Number(sequence), hash }
}

const check = async (
  ledger: string | undefined,
  databaseUrl: string | undefined,
  checkpointFile: string | undefined,
  key: KeyObject,
  after: number,
  noted: NotedHead | null,
  witnessed: Checkpoint | null,
): Promise<LedgerReport> => {
  const outside = checkpointFile === undefined ? null : await readCheckpoints(checkpointFile)
  if (databaseUrl === undefined)
    return verifyLedger(readLedgerFile(ledger as string), outside ?? [], key, after, noted, witnessed)
  const database = await openDatabase({ url: databaseUrl, poolSize: 2, statementTimeout: 0, notice: () => undefined })
  try {
    const checkpoints = outside ?? (await listCheckpointsAfter(database.readerAcross('audit'), 0))
    const report = await verifyLedger(
      readLedger(database, startAfter(checkpoints, after)),
      checkpoints,
      key,
      after,
      noted,
      witnessed,
    )
    return report.fault ? report : { ...report, fault: await findUnlinkedRow(database) }
  } finally {
    await database.close()
  }
}

const describe = (report: LedgerReport, hasOutsideCheckpoints: boolean): string => {
  if (report.fault)
    return `NOT WHOLE: ${sentences[report.fault.kind](report.fault)}\nRows found good before it: ${report.rows}.`
  const lines = [
    `Whole: ${report.rows} rows, ${report.checkpoints} signed checkpoints, ${report.unsigned} rows not signed yet.`,
    `Head, to note: ${report.head}`,
  ]
  if (!isSigned(report))
    lines.push(
      'What is not signed can be removed or replaced without trace. Wait for the next checkpoint, and export again.',
    )
  if (!hasOutsideCheckpoints) {
    lines.push(
      'No checkpoint file was given: rows removed from the end together with their checkpoints cannot be detected. Give --checkpoints.',
    )
  }
  return lines.join('\n')
}

const sentences: Readonly<Record<LedgerFault['kind'], (fault: LedgerFault) => string>> = {
  unreadable: ({ sequence }) => `row ${sequence} cannot be read.`,
  missing: ({ sequence }) => `row ${sequence} is missing.`,
  out_of_order: ({ sequence }) =>
    `where row ${sequence} belongs, there is another one: a row is duplicated or out of order.`,
  row_missing: ({ sequence }) => `the access of row ${sequence} was removed; its link is still there.`,
  row_changed: ({ sequence }) => `row ${sequence} was changed after it was linked.`,
  chain_broken: ({ sequence }) => `row ${sequence} does not follow from the one before it.`,
  rewritten: ({ sequence, through }) => `rows ${sequence} to ${through} are not those that were signed.`,
  truncated: ({ sequence }) => `rows from ${sequence} on were signed and are gone.`,
  checkpoint_broken: ({ sequence }) =>
    `the checkpoint that begins at row ${sequence}, or one before it, is not as it was signed.`,
  head_differs: ({ sequence }) => `row ${sequence} is not there as in the head that was noted.`,
  witness_newer: ({ sequence }) => `the witness has checkpoints of rows from ${sequence} on that are not here.`,
  witness_differs: ({ sequence }) => `the witness has another checkpoint than the one that begins at row ${sequence}.`,
  row_not_linked: ({ accessId, sequence }) =>
    `access ${accessId} was put among rows already linked (up to ${sequence}).`,
}

if (import.meta.main) {
  const { exitCode, text } = await auditVerify(process.argv.slice(2))
  console.log(text)
  process.exitCode = exitCode
}
