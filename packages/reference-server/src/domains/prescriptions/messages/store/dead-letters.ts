import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import type { RequestContext, VaultContext, WriteContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import {
  messageSealContext,
  storedBytes,
  messagesTable as table,
  readMessage,
  type NewMessage,
} from '../../kernel/store/messages.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

/** The bytes of a dead letter, locked until the transaction ends, decrypted. Null if there is no such dead letter any more. */
export const lockDeadLetter = async (tx: AnyKysely, context: VaultContext, id: string): Promise<Uint8Array | null> => {
  const row = await tablesOf(tx)
    .selectFrom(table)
    .select('id')
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(id))
    .where('state', '=', 'parked')
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : readMessage(tx, context, id)
}

/**
 * Updates a dead letter that can now be read and matched, so that it is applied. Null, or the reason why it stays: another message has its
 * id.
 */
export const updateDeadLetter = async (
  { tx, caller, vault }: Pick<WriteContext, 'tx' | 'caller' | 'vault'>,
  id: string,
  { sender, messageId, fingerprint, type, reference, bytes }: Omit<NewMessage, 'fault'>,
): Promise<'id-reused' | null> => {
  const { organizationId } = caller
  const other = await tablesOf(tx)
    .selectFrom(table)
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('sender', '=', sender)
    .where('message_id', '=', messageId)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (other !== undefined) return 'id-reused'
  const patientId = reference?.patientId ?? null
  await tablesOf(tx)
    .updateTable(table)
    .set({
      sender,
      message_id: messageId,
      fingerprint,
      type,
      prescription_id: reference?.prescriptionId ?? null,
      patient_id: patientId,
      about: reference?.about ?? null,
      state: 'received',
      fault: null,
      // Under the patient's own key, now that the patient is known.
      sealed: await vault.seal(tx, messageSealContext(organizationId, id, patientId), storedBytes(bytes)),
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute()
  return null
}

/** A message that could not be matched, for the work list. Contains nothing of its content. */
export interface PharmacyDeadLetter {
  readonly id: string
  readonly type: string
  readonly fault: string
  readonly sender: string
  readonly receivedAt: Date
  readonly patientId: string | null
}

/** Oldest first. */
export const listDeadLetters = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  page: PageCursor,
): Promise<PharmacyDeadLetter[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'type', 'fault', 'sender', 'received_at', 'patient_id'])
    .where('organization_id', '=', caller.organizationId)
    .where('state', '=', 'parked')
    .$call(oldestFirst(page))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    fault: row.fault ?? '',
    sender: row.sender,
    receivedAt: row.received_at,
    patientId: row.patient_id,
  }))
}
