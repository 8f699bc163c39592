import type { Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import type { PharmacyRequest, RequestContent } from '../../kernel/model/pharmacy-request.ts'
import { tablesOf, type PrescriptionsTables } from '../../kernel/store/tables.ts'

type Row = Selectable<PrescriptionsTables['prescriptions.requests']>
const table = 'prescriptions.requests'

/** The content is encrypted in `sealed`. A response is stored only if the request is still open. */
export const requests = factTable<Omit<PharmacyRequest, 'content'>>(
  table,
  {
    id: ['id', 'uuid'],
    prescriptionId: ['prescription_id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    kind: ['kind', 'text'],
    status: ['status', 'text'],
    messageId: ['message_id', 'text'],
    receivedAt: ['received_at', 'timestamptz'],
    respondedAt: ['responded_at', 'timestamptz'],
  },
  {
    fixed: ['prescriptionId', 'patientId', 'practitionerId', 'kind', 'messageId', 'receivedAt'],
    guard: ['status'],
    sealedFor: ({ patientId }) => patientId,
  },
)

/** Decrypts a request that was read, and records the access. */
export const decryptRequest = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  row: Row,
): Promise<PharmacyRequest> => {
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId: row.patient_id }
  return { ...requests.factOf(row), content: await vault.open<RequestContent>(db, access, place, row.sealed) }
}

/** Decrypted. Throws `not_found`. */
export const readRequest = async (db: AnyKysely, context: VaultContext, id: string): Promise<PharmacyRequest> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(id))
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
