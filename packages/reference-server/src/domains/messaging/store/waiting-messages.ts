import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { Delivery } from '../model/delivery.ts'
import { mostUnknown, type HeldPartnerMessage, type MessageEffect } from '../model/partner-message.ts'
import { storedBytes } from './partner-messages.ts'

const table = 'messaging.partner_messages'

export interface WaitingMessage extends Pick<HeldPartnerMessage, 'id' | 'kind' | 'reason' | 'urgent' | 'patientId'> {
  readonly source: string
}

/** What is due to be shown at the desk: of each sender and reason the oldest, as many as may be there. Decrypts nothing. */
export const listDueMessages = async (db: AnyKysely, now: Date): Promise<readonly WaitingMessage[]> => {
  const { rows } = await sql<WaitingMessage>`
    select id, source, kind, reason, urgent, patient_id as "patientId" from (
      select message.*, row_number() over (partition by source, reason order by due_at, id) as place
      from messaging.partner_messages as message where state = 'waiting' and due_at <= ${now}
    ) as due where place <= ${mostUnknown} order by id`.execute(db)
  return rows
}

/** Conditional: it still waits. */
export const showMessage = ({ id }: Pick<WaitingMessage, 'id'>): Write => ({ statement: show, rowId: id, values: [id] })
const show = writeStatement({
  kind: 'update',
  table,
  set: "state = 'held', due_at = null",
  where: "id = $1::uuid and state = 'waiting'",
  isConditional: true,
})

interface Known {
  readonly delivery: Delivery
  readonly effect: MessageEffect
  /** Null: no person needs to look at it. */
  readonly reason: 'undelivered' | null
}

/** A report that arrived before its notice was known. From now on it is under the key of the patient. Conditional: it still waits. */
export const applyWaitingMessage = (id: string, { delivery, effect, reason }: Known, bytes: Uint8Array): Write => ({
  statement: apply,
  rowId: id,
  values: [id, effect, reason, reason === null ? 'applied' : 'held', delivery.patientId, delivery.id, null],
  sealed: { at: 6, rowId: id, patientId: delivery.patientId, value: storedBytes(bytes) },
})
const apply = writeStatement({
  kind: 'update',
  table,
  set: `state = $4::text, reason = $3::text, effect = $2::text, due_at = null, patient_id = $5::uuid,
    delivery_id = $6::uuid, sealed = $7::bytea`,
  where: "id = $1::uuid and state = 'waiting'",
  isConditional: true,
})
