import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write, WriteStatement } from '../../../platform/contracts/write.ts'
import type { DueRows } from '../../../platform/system/change-each-due.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { CriticalClock } from '../model/critical-clock.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { Unmatched } from '../model/unmatched.ts'
import { clockFactColumns, clockFacts, clockOf } from './result-columns.ts'
import { tablesOf } from './tables.ts'

/** Reads and writes the clocks of critical values: of results, and of unmatched reports. The content stays encrypted. */

type Clocked = { readonly id: string; readonly version: number; readonly clock: CriticalClock | null }
export type ClockedResult = Clocked & Pick<LabResult, 'orderId' | 'patientId' | 'practitionerId'>
export type ClockedUnmatched = Clocked & Pick<Unmatched, 'patientId'>

const clockNames = [
  'critical_raised_at',
  'critical_due_at',
  'critical_notified',
  'critical_next_at',
  'critical_acknowledged_at',
  'critical_acknowledged_by',
] as const

/** Clocks that run and are due. */
export const listDueResults = async (db: AnyKysely, now: Date, { limit, id }: DueRows): Promise<ClockedResult[]> => {
  const rows = await tablesOf(db)
    .selectFrom('labs.results')
    .select(['id', 'order_id', 'patient_id', 'practitioner_id', 'version', ...clockNames])
    .where('critical_next_at', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('critical_next_at')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    patientId: row.patient_id,
    practitionerId: row.practitioner_id,
    version: row.version,
    clock: clockOf(row),
  }))
}

/** The same for unmatched reports. */
export const listDueUnmatched = async (
  db: AnyKysely,
  now: Date,
  { limit, id }: DueRows,
): Promise<ClockedUnmatched[]> => {
  const rows = await tablesOf(db)
    .selectFrom('labs.unmatched')
    .select(['id', 'patient_id', 'version', ...clockNames])
    .where('critical_next_at', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('critical_next_at')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id, patientId: row.patient_id, version: row.version, clock: clockOf(row) }))
}

/**
 * Conditional: the clock and what it belongs to are still as gathered. A clock adds no information about the patient, so the version stays
 * and a review in progress is not refused.
 */
export const replaceClock = (
  table: 'labs.results' | 'labs.unmatched',
  clock: CriticalClock,
  { id, version, clock: before }: Clocked,
): Write => ({
  statement: clockStatements[table],
  values: [...Object.values(clockFacts(clock)), id, version, before?.nextAt ?? null, before?.acknowledgedAt ?? null],
})

const clockStatement = (table: string): WriteStatement =>
  writeStatement({
    kind: 'update',
    table,
    set: Object.values(clockFactColumns)
      .map(([column, type], place) => `${column} = $${place + 1}::${type}`)
      .join(', '),
    where: `id = $7::uuid and version = $8::integer and critical_next_at is not distinct from $9::timestamptz
      and critical_acknowledged_at is not distinct from $10::timestamptz`,
    isConditional: true,
  })
const clockStatements = {
  'labs.results': clockStatement('labs.results'),
  'labs.unmatched': clockStatement('labs.unmatched'),
} as const
