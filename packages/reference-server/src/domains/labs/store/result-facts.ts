import type { AnyKysely, Situation } from '../../../platform/seams.ts'
import type { ReportedTest } from '../model/lab-order.ts'
import { clockColumns, factsOf, type ResultFacts } from './result-columns.ts'
import { tablesOf } from './tables.ts'

/** What is known of results without opening one. */

const columns = [
  'id',
  'order_id',
  'patient_id',
  'practitioner_id',
  'position',
  'source',
  'filler_number',
  'received_at',
  'reported_at',
  'reviewed_at',
  'reviewed_by',
  'released_at',
  'released_version',
  'corrected_after_review',
  'critical_raised_at',
  'critical_due_at',
  'critical_told',
  'critical_next_at',
  'critical_acknowledged_at',
  'critical_acknowledged_by',
  'version',
] as const

/** How far each test of an order is. */
export const reportedTests = (tx: AnyKysely, orderId: string): Promise<ReportedTest[]> =>
  tablesOf(tx).selectFrom('labs.results').select(['position', 'status']).where('order_id', '=', orderId).execute()

/** What of an order's results stands beside it. */
export interface ResultsOfOrder {
  /** In the order of arrival; with reach `own` of those that are released. */
  readonly ids: readonly string[]
  /** Of all, released or not: that there is one is no secret, as the order's own status says it. */
  readonly reported: readonly ReportedTest[]
}

export const noResults: ResultsOfOrder = { ids: [], reported: [] }

export const resultsOfOrders = async (
  db: AnyKysely,
  { access }: Pick<Situation, 'access'>,
  orderIds: readonly string[],
): Promise<(orderId: string) => ResultsOfOrder> => {
  if (orderIds.length === 0) return () => noResults
  const rows = await tablesOf(db)
    .selectFrom('labs.results')
    .select(['id', 'order_id', 'position', 'status', 'released_version'])
    .where('order_id', 'in', orderIds)
    .orderBy('id')
    .execute()
  const ofOrder = Map.groupBy(rows, (row) => row.order_id)
  return (orderId) => {
    const own = ofOrder.get(orderId) ?? []
    const shown = access.reach === 'own' ? own.filter((row) => row.released_version !== null) : own
    return { ids: shown.map(({ id }) => id), reported: own }
  }
}

/** Whether a clock has to tell somebody: a look at indexes that hold running clocks only. */
export const isClockDue = async (db: AnyKysely, now: Date): Promise<boolean> => {
  for (const table of ['labs.results', 'labs.unmatched'] as const) {
    const due = await tablesOf(db)
      .selectFrom(table)
      .select('id')
      .where('critical_next_at', '<=', now)
      .limit(1)
      .execute()
    if (due.length > 0) return true
  }
  return false
}

/** Results whose clock has to tell somebody, locked; those that another process has in hand are passed over. */
export const lockDueClocks = async (tx: AnyKysely, now: Date, limit: number): Promise<ResultFacts[]> => {
  const rows = await tablesOf(tx)
    .selectFrom('labs.results')
    .select(columns)
    .where('critical_next_at', '<=', now)
    .orderBy('critical_next_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(factsOf)
}

/** The clock says nothing new about the patient, so the version stays: a review that is being written is not lost to it. */
export const updateClock = async (
  tx: AnyKysely,
  { caller }: Pick<Situation, 'caller'>,
  { id, clock }: Pick<ResultFacts, 'id' | 'clock'>,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable('labs.results')
    .set(clockColumns(clock))
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', id)
    .execute()
}
