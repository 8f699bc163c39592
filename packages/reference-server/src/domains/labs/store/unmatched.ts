import type { Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import { acknowledge, type CriticalClock } from '../model/critical-clock.ts'
import type { MergedReport } from '../model/lab-result.ts'
import type { RankedCursor } from './ranked-cursor.ts'
import { clockColumns, clockOf } from './result-columns.ts'
import { tablesOf, type LabsTables, type UnmatchedReason } from './tables.ts'

type Row = Selectable<LabsTables['labs.unmatched']>

/** A report for which no order was found. */
export interface Unmatched {
  readonly id: string
  readonly reason: UnmatchedReason
  /** The patient of the order that the laboratory names. */
  readonly patientId: string | null
  readonly source: string
  readonly status: 'open' | 'matched' | 'returned'
  readonly receivedAt: Date
  /** All reports of it, merged. */
  readonly report: MergedReport
  /** The clock of a critical value. */
  readonly clock: CriticalClock | null
}

const table = 'labs.unmatched'

export const readUnmatched = async (
  db: AnyKysely,
  context: VaultContext,
  id: string,
  lock: RowLock = 'none',
): Promise<Unmatched> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(id))
    .$if(lock === 'for-update', (query) => query.forUpdate())
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

/** Open unmatched results with the same number of the same laboratory, locked. */
export const listOpenUnmatchedByFiller = async (
  tx: AnyKysely,
  context: VaultContext,
  source: string,
  fillerNumber: string,
): Promise<Unmatched[]> => {
  const rows = await tablesOf(tx)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('source', '=', source)
    .where('filler_number', '=', fillerNumber)
    .where('status', '=', 'open')
    .orderBy('id')
    .limit(20)
    .forUpdate()
    .execute()
  return Promise.all(rows.map((row) => decryptUnmatched(tx, context, row)))
}

export const insertUnmatched = async (tx: AnyKysely, context: VaultContext, unmatched: Unmatched): Promise<void> => {
  const { caller, vault } = context
  await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: caller.organizationId,
      id: unmatched.id,
      reason: unmatched.reason,
      patient_id: unmatched.patientId,
      source: unmatched.source,
      filler_number: unmatched.report.fillerNumber,
      status: unmatched.status,
      received_at: unmatched.receivedAt,
      ...urgencyColumns(unmatched.clock),
      sealed: await vault.seal(tx, sealContextOf(context, unmatched.id), unmatched.report),
    })
    .execute()
}

/** Stores another report about the same result. */
export const updateUnmatchedReport = async (
  tx: AnyKysely,
  context: VaultContext,
  { id, report, clock }: Pick<Unmatched, 'id' | 'report' | 'clock'>,
): Promise<void> => {
  const sealed = await context.vault.seal(tx, sealContextOf(context, id), report)
  await tablesOf(tx)
    .updateTable(table)
    .set({ sealed, ...urgencyColumns(clock) })
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', id)
    .execute()
}

const urgencyColumns = (clock: CriticalClock | null) => ({
  urgency: clock === null ? (1 as const) : (0 as const),
  ...clockColumns(clock),
})

/** Closes it. What was matched is now in the patient's result, so its content is removed here. */
export const decideUnmatched = async (
  tx: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'now'>,
  { id, report, clock }: Pick<Unmatched, 'id' | 'report' | 'clock'>,
  decision: { readonly status: 'matched'; readonly resultId: string } | { readonly status: 'returned' },
): Promise<void> => {
  const isMatched = decision.status === 'matched'
  const kept: MergedReport = isMatched
    ? { ...report, person: { given: '', family: '', birthDate: null, sex: '' }, observations: [] }
    : report
  await tablesOf(tx)
    .updateTable(table)
    .set({
      status: decision.status,
      decided_by: context.caller.personId,
      decided_at: context.now,
      // A person who decides has seen the value.
      ...clockColumns(clock && acknowledge(clock, context.caller.personId, context.now)),
      result_id: isMatched ? decision.resultId : null,
      sealed: await context.vault.seal(tx, sealContextOf(context, id), kept),
    })
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', id)
    .execute()
}

/** Under the organization's key. */
const sealContextOf = ({ caller }: Pick<VaultContext, 'caller'>, rowId: string): SealContext => ({
  organizationId: caller.organizationId,
  table,
  rowId,
  patientId: null,
})

const decryptUnmatched = async (db: AnyKysely, context: VaultContext, row: Row): Promise<Unmatched> => {
  return {
    id: row.id,
    reason: row.reason,
    patientId: row.patient_id,
    source: row.source,
    status: row.status,
    receivedAt: row.received_at,
    report: await context.vault.open<MergedReport>(db, context.access, sealContextOf(context, row.id), row.sealed),
    clock: clockOf(row),
  }
}
