import type { Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { messagesTable as table, storedBytes, type MessagePurpose } from '../../kernel/store/messages.ts'
import { tablesOf, type PrescriptionsTables } from '../../kernel/store/tables.ts'
import type { HeldMessage } from '../model/held-message.ts'

const columns = ['id', 'type', 'fault', 'sender', 'prescription_id', 'patient_id', 'about', 'received_at'] as const
type Row = Pick<Selectable<PrescriptionsTables[typeof table]>, (typeof columns)[number]>

/** Messages that wait for a person, the oldest first. Decrypts nothing. */
export const listHeldMessages = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  page: PageCursor,
): Promise<HeldMessage[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(columns)
    .where('organization_id', '=', caller.organizationId)
    .where('state', '=', 'parked')
    .$call(oldestFirst(page))
    .execute()
  return rows.map(heldMessageOf)
}

/** A message that waits, or null if a person resolved or applied it. Throws `not_found` for any other. Decrypts nothing. */
export const findHeldMessage = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  id: string,
): Promise<HeldMessage | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select([...columns, 'state', 'resolved_at'])
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  if (row === undefined || (row.state !== 'parked' && row.resolved_at === null)) throw notFound('message unknown')
  return row.state === 'parked' ? heldMessageOf(row) : null
}

const heldMessageOf = (row: Row): HeldMessage => ({
  id: row.id,
  kind: row.type as HeldMessage['kind'],
  reason: row.fault as HeldMessage['reason'],
  sender: row.sender,
  prescriptionId: row.prescription_id,
  patientId: row.patient_id,
  about: row.about,
  receivedAt: row.received_at,
})

interface Decision {
  readonly by: string
  readonly at: Date
}

/** Conditional: it still waits. From now on it is under the patient's own key. */
export const applyHeldMessage = (
  { id }: HeldMessage,
  to: { readonly prescriptionId: string; readonly patientId: string; readonly about: MessagePurpose },
  isConfirmed: boolean,
  bytes: Uint8Array,
  { by, at }: Decision,
): Write => ({
  statement: apply,
  rowId: id,
  values: [id, to.prescriptionId, to.patientId, to.about, by, at, isConfirmed ? by : null, null],
  sealed: { at: 7, rowId: id, patientId: to.patientId, value: storedBytes(bytes) },
})
const apply = writeStatement({
  kind: 'update',
  table,
  set: `state = 'received', fault = null, prescription_id = $2::uuid, patient_id = $3::uuid, about = $4::text,
    resolved_by = $5::uuid, resolved_at = $6::timestamptz, confirmed_by = $7::uuid, sealed = $8::bytea`,
  where: `id = $1::uuid and state = 'parked'`,
  isConditional: true,
})

/** Conditional: it still waits. */
export const resolveHeldMessage = ({ id }: HeldMessage, resolution: string, { by, at }: Decision): Write => ({
  statement: resolve,
  rowId: id,
  values: [id, resolution, by, at],
})
const resolve = writeStatement({
  kind: 'update',
  table,
  set: `state = 'resolved', resolution = $2::text, resolved_by = $3::uuid, resolved_at = $4::timestamptz`,
  where: `id = $1::uuid and state = 'parked'`,
  isConditional: true,
})
