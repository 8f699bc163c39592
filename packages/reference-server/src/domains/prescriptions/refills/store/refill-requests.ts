import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { newestFirst, oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { tablesOf, type PrescriptionsTables } from '../../kernel/store/tables.ts'
import type { RefillContent, RefillRequest } from '../../kernel/model/refill-request.ts'

const table = 'prescriptions.refill_requests'
type Row = Selectable<PrescriptionsTables[typeof table]>

/** The content is encrypted in `sealed`. At most one of a prescription is open. */
export const refillRequests = factTable<RefillRequest>(
  table,
  {
    id: ['id', 'uuid'],
    prescriptionId: ['prescription_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    status: ['status', 'text'],
    requestedAt: ['requested_at', 'timestamptz'],
    respondedAt: ['responded_at', 'timestamptz'],
    respondedBy: ['responded_by', 'uuid'],
    version: ['version', 'integer'],
  },
  {
    fixed: ['prescriptionId', 'patientId', 'practitionerId', 'requestedAt'],
    sealedFor: ({ patientId }) => patientId,
  },
)

export type StoredRefill = RefillRequest & RefillContent

/** Decrypts a request that was read, and records the access. */
export const decryptRefill = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  row: Row,
): Promise<StoredRefill> => {
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: row.patient_id }
  return { ...(await vault.open<RefillContent>(db, access, place, row.sealed)), ...refillRequests.factOf(row) }
}

/** Decrypted. Throws `not_found`. */
export const readRefill = async (db: AnyKysely, context: VaultContext, id: string): Promise<StoredRefill> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  if (row === undefined) throw notFound('refill request unknown')
  return decryptRefill(db, context, row)
}

/** The open requests of the organization, the oldest first. Decrypts nothing. */
export const listOpenRefills = (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  page: PageCursor,
): Promise<Row[]> =>
  tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', caller.organizationId)
    .where('status', '=', 'open')
    .$call(oldestFirst(page))
    .execute()

/** The requests of a patient, the newest first. Decrypts nothing. */
export const listRefillsOfPatient = (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  patientId: string,
  page: PageCursor,
): Promise<Row[]> =>
  tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', caller.organizationId)
    .where('patient_id', '=', patientId)
    .$call(newestFirst(page))
    .execute()

/** The open requests for these prescriptions. Decrypts nothing. */
export const listOpenRefillsOf = async (
  db: AnyKysely,
  organizationId: string,
  prescriptionIds: readonly string[],
): Promise<readonly RefillRequest[]> => {
  if (prescriptionIds.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('prescription_id', '=', sql<string>`any(${prescriptionIds}::uuid[])`)
    .where('status', '=', 'open')
    .execute()
  return rows.map((row) => refillRequests.factOf(row))
}
