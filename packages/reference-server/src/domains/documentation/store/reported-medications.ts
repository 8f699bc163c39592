import type { Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type {
  ReportedMedication,
  ReportedMedicationContent,
  ReportedMedicationStatus,
} from '../model/reported-medication.ts'
import { tablesOf, type DocumentationTables } from './tables.ts'

type Row = Selectable<DocumentationTables['documentation.reported_medications']>

const table = 'documentation.reported_medications'

const sealContextOf = (organizationId: string, rowId: string, patientId: string): SealContext => ({
  organizationId,
  table,
  rowId,
  patientId,
})

/** The content is encrypted in `sealed`. */
export const reportedMedications = factTable<Omit<ReportedMedication, keyof ReportedMedicationContent>>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    status: ['status', 'text'],
    reportedBy: ['reported_by', 'text'],
    reportedAt: ['reported_at', 'timestamptz'],
    endedAt: ['ended_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'reportedBy', 'reportedAt'], sealedFor: ({ patientId }) => patientId },
)

const decryptReportedMedication = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  row: Row,
): Promise<ReportedMedication> => ({
  ...(await vault.open<ReportedMedicationContent>(
    db,
    access,
    sealContextOf(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  )),
  ...reportedMedications.factOf(row),
})

const rowsOf = (db: AnyKysely, organizationId: string, patientId: string) =>
  tablesOf(db)
    .selectFrom(table)
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', requireUuid(patientId))

/** Active ones first, then in the order of reporting. The model limits how many there are. */
export const listReportedMedicationsByPatient = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  statuses?: readonly ReportedMedicationStatus[],
): Promise<readonly ReportedMedication[]> => {
  context.access.touch(requireUuid(patientId))
  const rows = await rowsOf(db, context.caller.organizationId, patientId)
    .selectAll()
    .$if(statuses !== undefined, (query) => query.where('status', 'in', [...(statuses ?? [])]))
    .orderBy('status')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => decryptReportedMedication(db, context, row)))
}

/** Decrypts nothing. */
export const countReportedMedications = async (
  db: AnyKysely,
  organizationId: string,
  patientId: string,
): Promise<number> => {
  const { count } = await rowsOf(db, organizationId, patientId)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const readReportedMedication = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  reportedMedicationId: string,
): Promise<ReportedMedication> => {
  const row = await rowsOf(db, context.caller.organizationId, patientId)
    .selectAll()
    .where('id', '=', requireUuid(reportedMedicationId))
    .executeTakeFirst()
  if (row === undefined) throw notFound('reported medication unknown')
  return decryptReportedMedication(db, context, row)
}
