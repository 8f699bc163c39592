import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import { historyTable, shownLines, type EncryptedHistoryEntry } from './history.ts'
import {
  factColumns,
  isBeyondReach,
  prescriptionsTable,
  type EncryptedPrescription,
} from '../../kernel/store/prescriptions.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

export interface EncryptedPrescriptionWithHistory {
  readonly prescription: EncryptedPrescription
  /** Oldest first. A draft has none. */
  readonly history: readonly EncryptedHistoryEntry[]
}

/** One prescription within the caller's reach with its history, in one statement, without decryption. Throws `not_found`. */
export const readEncryptedWithHistory = async (
  db: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
): Promise<EncryptedPrescriptionWithHistory> => {
  const rows = await selectWithHistory(db, { organizationId: caller.organizationId, id: requireUuid(id) })
  const [prescription] = rows
  if (prescription === undefined || isBeyondReach({ access, caller }, prescription))
    throw notFound('prescription unknown')
  const history = rows.flatMap(({ id: prescriptionId, patient_id: patientId, ...row }): EncryptedHistoryEntry[] =>
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
  return { prescription, history }
}

const selectWithHistory = preparedRead(
  (db, { organizationId, id }: Placeholders<{ organizationId: string; id: string }>) =>
    tablesOf(db)
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
      .where('prescription.organization_id', '=', organizationId)
      .where('prescription.id', '=', id)
      .orderBy('line.id'),
)
