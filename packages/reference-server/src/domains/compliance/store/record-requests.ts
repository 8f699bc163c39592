import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import type { RecordRequest, RecordRequestContent, StoredRecordRequest } from '../model/record-request.ts'
import { tablesOf } from './tables.ts'

const table = 'compliance.record_requests'

const requests = factTable<RecordRequest>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    receivedDay: ['received_day', 'integer'],
    proceeding: ['proceeding', 'text'],
    basis: ['basis', 'text'],
    decision: ['decision', 'text'],
    ground: ['ground', 'text'],
    consentId: ['consent_id', 'uuid'],
    decidedAt: ['decided_at', 'timestamptz'],
    decidedBy: ['decided_by', 'uuid'],
  },
  { guard: ['decidedAt'], sealedFor: ({ patientId }) => patientId },
)

export const insertRecordRequest = ({ requester, what, ...request }: StoredRecordRequest): Write =>
  requests.insert(request, { requester, what } satisfies RecordRequestContent)

/** All of a patient, the newest first. */
export const listRecordRequests = async (
  { db, access, caller: { organizationId }, vault }: ReadContext,
  patientId: string,
  page: PageCursor,
): Promise<StoredRecordRequest[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('patient_id', '=', patientId)
    .$call(newestFirst(page))
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const place = { organizationId, table, rowId: row.id, patientId: row.patient_id }
      return { ...(await vault.open<RecordRequestContent>(db, access, place, row.sealed)), ...requests.factOf(row) }
    }),
  )
}
