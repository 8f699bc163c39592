import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { LabResult } from '../model/lab-result.ts'
import { clockColumns, clockOf } from './result-columns.ts'
import { tablesOf } from './tables.ts'
import type { Unmatched } from './unmatched.ts'

/** Reads the clocks of critical values: of results, and of unmatched reports. The content stays encrypted. */

export type ClockedResult = Pick<LabResult, 'id' | 'orderId' | 'patientId' | 'practitionerId' | 'clock'>
export type ClockedUnmatched = Pick<Unmatched, 'id' | 'patientId' | 'clock'>

const tables = ['labs.results', 'labs.unmatched'] as const

const clockNames = [
  'critical_raised_at',
  'critical_due_at',
  'critical_notified',
  'critical_next_at',
  'critical_acknowledged_at',
  'critical_acknowledged_by',
] as const

/** Whether any clock is due. Reads only indexes of running clocks. */
export const isClockDue = async (db: AnyKysely, now: Date): Promise<boolean> => {
  for (const table of tables) {
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

/** Locked rows; rows that another process has locked are skipped. */
export const lockDueResults = async (tx: AnyKysely, now: Date, limit: number): Promise<ClockedResult[]> => {
  const rows = await tablesOf(tx)
    .selectFrom('labs.results')
    .select(['id', 'order_id', 'patient_id', 'practitioner_id', ...clockNames])
    .where('critical_next_at', '<=', now)
    .orderBy('critical_next_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    patientId: row.patient_id,
    practitionerId: row.practitioner_id,
    clock: clockOf(row),
  }))
}

/** The same for unmatched reports. */
export const lockDueUnmatched = async (tx: AnyKysely, now: Date, limit: number): Promise<ClockedUnmatched[]> => {
  const rows = await tablesOf(tx)
    .selectFrom('labs.unmatched')
    .select(['id', 'patient_id', ...clockNames])
    .where('critical_next_at', '<=', now)
    .orderBy('critical_next_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => ({ id: row.id, patientId: row.patient_id, clock: clockOf(row) }))
}

/** A clock adds no information about the patient, so the result's version does not change and a review in progress does not conflict. */
export const updateClock = async (
  tx: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  table: (typeof tables)[number],
  { id, clock }: Pick<ClockedResult, 'id' | 'clock'>,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable(table)
    .set(clockColumns(clock))
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', id)
    .execute()
}
