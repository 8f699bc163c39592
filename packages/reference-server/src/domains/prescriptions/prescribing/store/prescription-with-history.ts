import { knownId } from '../../../../platform/database/ids/known-id.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Situation } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { historyTable, shownLines, type ClosedLine } from './history.ts'
import {
  factColumns,
  isBeyondReach,
  prescriptionsTable,
  type ClosedPrescription,
} from '../../kernel/store/prescriptions.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

export interface ClosedPrescriptionWithHistory {
  readonly closed: ClosedPrescription
  /** Oldest first. A draft has none. */
  readonly lines: readonly ClosedLine[]
}

/** One prescription within the caller's reach with its history, in one statement, nothing opened. Throws `not_found`. */
export const readClosedWithHistory = async (
  db: AnyKysely,
  { caller, access }: Pick<Situation, 'caller' | 'access'>,
  id: string,
): Promise<ClosedPrescriptionWithHistory> => {
  const rows = await tablesOf(db)
    .selectFrom(`${prescriptionsTable} as prescription`)
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom(`${historyTable} as each`)
          .select(['each.id', 'each.at', 'each.status', 'each.by', 'each.code', 'each.sealed'])
          .whereRef('each.organization_id', '=', 'prescription.organization_id')
          .whereRef('each.prescription_id', '=', 'prescription.id')
          .orderBy('each.id', 'desc')
          .limit(shownLines)
          .as('line'),
      (join) => join.onTrue(),
    )
    .select(factColumns.map((column) => `prescription.${column}` as const))
    .select([
      'prescription.sealed',
      'line.id as line_id',
      'line.at as line_at',
      'line.status as line_status',
      'line.by as line_by',
      'line.code as line_code',
      'line.sealed as line_sealed',
    ])
    .where('prescription.organization_id', '=', caller.organizationId)
    .where('prescription.id', '=', knownId(id))
    .orderBy('line.id')
    .execute()
  const [closed] = rows
  if (closed === undefined || isBeyondReach({ access, caller }, closed)) throw notFound('prescription unknown')
  const lines = rows.flatMap(({ id: prescriptionId, patient_id: patientId, ...row }): ClosedLine[] =>
    row.line_id === null ||
    row.line_at === null ||
    row.line_status === null ||
    row.line_by === null ||
    row.line_sealed === null
      ? []
      : [
          {
            id: row.line_id,
            prescription_id: prescriptionId,
            patient_id: patientId,
            at: row.line_at,
            status: row.line_status,
            by: row.line_by,
            code: row.line_code,
            sealed: row.line_sealed,
          },
        ],
  )
  return { closed, lines }
}
