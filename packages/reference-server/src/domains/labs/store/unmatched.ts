import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { Unmatched, UnmatchedContent } from '../model/unmatched.ts'
import type { RankedCursor } from './ranked-cursor.ts'
import { clockFactColumns, clockFacts, clockOf, type ClockFacts } from './result-columns.ts'
import { tablesOf, type LabsTables } from './tables.ts'

type Row = Selectable<LabsTables['labs.unmatched']>

const table = 'labs.unmatched'

interface UnmatchedRow extends Omit<Unmatched, 'report' | 'clock' | 'decision'>, ClockFacts {
  readonly fillerNumber: string
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly resultId: string | null
  readonly urgency: 0 | 1
}

/** The report is encrypted in `sealed`, under the organization's key. */
const unmatchedRows = factTable<UnmatchedRow>(
  table,
  {
    id: ['id', 'uuid'],
    reason: ['reason', 'text'],
    patientId: ['patient_id', 'uuid'],
    source: ['source', 'text'],
    fillerNumber: ['filler_number', 'text'],
    status: ['status', 'text'],
    receivedAt: ['received_at', 'timestamptz'],
    decidedBy: ['decided_by', 'text'],
    decidedAt: ['decided_at', 'timestamptz'],
    resultId: ['result_id', 'uuid'],
    urgency: ['urgency', 'smallint'],
    ...clockFactColumns,
    version: ['version', 'integer'],
  },
  {
    fixed: ['reason', 'patientId', 'source', 'fillerNumber', 'receivedAt'],
    // A clock that goes on has no version of its own.
    guard: ['version', 'criticalNextAt', 'criticalAcknowledgedAt'],
    sealedFor: () => null,
  },
)

const rowOf = (unmatched: Unmatched): UnmatchedRow => ({
  ...unmatched,
  // A response, or what is faulty, may name only our number. It is found by one or the other.
  fillerNumber: unmatched.report.fillerNumber || unmatched.report.placerNumber,
  decidedBy: unmatched.decision?.by ?? null,
  decidedAt: unmatched.decision?.at ?? null,
  resultId: unmatched.decision?.resultId ?? null,
  urgency: unmatched.clock === null ? 1 : 0,
  ...clockFacts(unmatched.clock),
})

export const insertUnmatched = (unmatched: Unmatched): Write => unmatchedRows.insert(rowOf(unmatched), unmatched.report)

/** Conditional: it is still as gathered in `before`. */
export const replaceUnmatched = (after: Unmatched, before: Unmatched): Write =>
  unmatchedRows.replace(rowOf(after), rowOf(before), after.report)

export const readUnmatched = async (db: AnyKysely, context: VaultContext, id: string): Promise<Unmatched> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  if (row === undefined) throw notFound('unmatched result unknown')
  return decryptUnmatched(db, context, row)
}

/** Unmatched results that wait for a decision: critical ones first, then the oldest; one page. Decrypts only the results of the page. */
export const listOpenUnmatched = async (
  db: AnyKysely,
  context: VaultContext,
  after: RankedCursor | null,
  limit: number,
): Promise<{ items: Unmatched[]; next: RankedCursor | null }> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('status', '=', 'open')
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('urgency', 'id'), '>', tuple((after?.rank ?? 0) as 0 | 1, after?.id ?? '')),
      ),
    )
    .orderBy('urgency')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  // That the laboratory named a patient's order is that patient's information too.
  for (const { patient_id: patientId } of shown) if (patientId !== null) context.access.touch(patientId)
  return {
    items: await Promise.all(shown.map((row) => decryptUnmatched(db, context, row))),
    next: rows.length > limit && last !== undefined ? { rank: last.urgency, id: last.id } : null,
  }
}

/** Open unmatched results with these numbers of a laboratory. */
export const listOpenUnmatchedByFiller = async (
  db: AnyKysely,
  context: VaultContext,
  source: string,
  fillerNumbers: readonly string[],
): Promise<Unmatched[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('source', '=', source)
    .where('filler_number', '=', sql<string>`any(${fillerNumbers}::text[])`)
    .where('status', '=', 'open')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => decryptUnmatched(db, context, row)))
}

const decryptUnmatched = async (db: AnyKysely, context: VaultContext, row: Row): Promise<Unmatched> => {
  const place = { organizationId: context.caller.organizationId, table, rowId: row.id, patientId: null }
  const { decided_by: by, decided_at: at, result_id: resultId } = row
  return {
    id: row.id,
    reason: row.reason,
    patientId: row.patient_id,
    source: row.source,
    status: row.status,
    receivedAt: row.received_at,
    report: await context.vault.open<UnmatchedContent>(db, context.access, place, row.sealed),
    clock: clockOf(row),
    decision: by === null || at === null ? null : { by, at, resultId },
    version: row.version,
  }
}
