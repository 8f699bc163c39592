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

/** Ids by order, in the order of arrival; with reach `own` of those that are released. */
export const resultIdsOf = async (
  db: AnyKysely,
  { access }: Pick<Situation, 'access'>,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (orderIds.length === 0) return new Map()
  const rows = await tablesOf(db)
    .selectFrom('labs.results')
    .select(['id', 'order_id'])
    .where('order_id', 'in', orderIds)
    .$if(access.reach === 'own', (query) => query.where('released_version', 'is not', null))
    .orderBy('id')
    .execute()
  return new Map(
    orderIds.map((orderId) => [orderId, rows.filter((row) => row.order_id === orderId).map(({ id }) => id)]),
  )
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
