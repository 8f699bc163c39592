import type { Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../../platform/contracts/database.ts'
import type { PharmacyRequest, RequestContent } from '../../kernel/model/pharmacy-request.ts'
import { tablesOf, type PrescriptionsTables } from '../../kernel/store/tables.ts'

type Row = Selectable<PrescriptionsTables['prescriptions.requests']>
const table = 'prescriptions.requests'

const decryptRequest = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  row: Row,
): Promise<PharmacyRequest> => {
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: row.patient_id }
  return {
    id: row.id,
    prescriptionId: row.prescription_id,
    patientId: row.patient_id,
    practitionerId: row.practitioner_id,
    kind: row.kind,
    status: row.status,
    messageId: row.message_id,
    receivedAt: row.received_at,
    respondedAt: row.responded_at,
    content: await vault.open<RequestContent>(db, access, place, row.sealed),
  }
}

export const insertRequest = async (
  tx: AnyKysely,
  { caller, vault, access }: VaultContext,
  request: PharmacyRequest,
): Promise<void> => {
  const { organizationId } = caller
  const { id, patientId } = request
  access.touch(patientId)
  await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: organizationId,
      id,
      prescription_id: request.prescriptionId,
      patient_id: patientId,
      practitioner_id: request.practitionerId,
      kind: request.kind,
      status: request.status,
      message_id: request.messageId,
      received_at: request.receivedAt,
      responded_at: request.respondedAt,
      sealed: await vault.seal(tx, { organizationId, table, rowId: id, patientId }, request.content),
    })
    .execute()
}

/** Decrypted. Throws `not_found`. */
export const readRequest = async (
  db: AnyKysely,
  context: VaultContext,
  id: string,
  lock: RowLock = 'none',
): Promise<PharmacyRequest> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(id))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined) throw notFound('request unknown')
  return decryptRequest(db, context, row)
}

/** Requests that wait for a practitioner, oldest first. Decrypts each one of the page. */
export const listOpenRequests = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  practitionerId: string,
  page: PageCursor,
): Promise<Row[]> =>
  tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', caller.organizationId)
    .where('practitioner_id', '=', practitionerId)
    .where('status', '=', 'open')
    .$call(oldestFirst(page))
    .execute()

export const decryptPharmacyRequest = decryptRequest

/** False if the request has a response in the meantime. */
export const updateAnsweredRequest = async (
  tx: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  { id, patientId }: PharmacyRequest,
  status: 'approved' | 'denied',
  now: Date,
): Promise<boolean> => {
  access.touch(patientId)
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable(table)
    .set({ status, responded_at: now })
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
