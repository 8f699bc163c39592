import { isUtf8 } from 'node:buffer'
import { sql } from 'kysely'
import type { components } from '@visitkit/contract'
import { isUuid, requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import type { ScriptType } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { ScriptPayload } from '../model/compose-script.ts'
import { factColumns, type EncryptedPrescription } from './prescriptions.ts'
import { tablesOf } from './tables.ts'

export const messagesTable = 'prescriptions.messages'
const table = messagesTable

/** Why a message of the network waits for a person. `contradictory` and `unknown-code` are faults of the reader. */
export type DeadLetterFault = components['schemas']['PharmacyHoldReason']

/** The subject of a message of ours: a prescription, its cancellation, or a response that signs nothing. */
export type MessagePurpose = ScriptPayload['about']

/** What our message was about, which identifies its response. */
export interface OutgoingMessage {
  readonly messageId: string
  readonly prescriptionId: string
  readonly patientId: string
  readonly about: MessagePurpose
}

/** A message id in SCRIPT's form: 32 characters. */
export const toMessageId = (id: string): string => id.replaceAll('-', '')

const fromMessageId = (messageId: string): string | null => {
  const hex = messageId.replaceAll('-', '').toLowerCase()
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isUuid(id) ? id : null
}

/** Stored with its transmission. */
export const insertOutgoingMessage = ({ messageId, prescriptionId, patientId, about }: OutgoingMessage): Write => ({
  statement: insertOutgoing,
  values: [messageId, prescriptionId, patientId, about],
})
const insertOutgoing = writeStatement({
  kind: 'insert',
  table: 'prescriptions.outgoing',
  columns: ['id', 'prescription_id', 'patient_id', 'about'],
  values: ['$1::uuid', '$2::uuid', '$3::uuid', '$4::text'],
  isConditional: false,
})

export interface Reference {
  readonly prescriptionId: string
  readonly patientId: string
  /** The subject of our message that it relates to. A message with our order number only is about the prescription. */
  readonly about: MessagePurpose
}

/** An id that no row has. */
const nobody = '00000000-0000-0000-0000-000000000000'

export interface References {
  readonly byMessage: Reference | null
  readonly byOrder: Reference | null
  /** Of the stored message of this sender with this id; null if there is none. */
  readonly storedFingerprint: string | null
}

interface Referring {
  readonly organizationId: string
  readonly sentId: string
  readonly orderId: string
  readonly sender: string
  readonly messageId: string
}
const selectReferences = preparedRead(
  (_, { organizationId, sentId, orderId, sender, messageId }: Placeholders<Referring>) => sql<Found>`
    select 'message' as by, prescription_id, patient_id, about, null as fingerprint from prescriptions.outgoing
      where organization_id = ${organizationId} and id = ${sentId}
    union all select 'order', id, patient_id, 'new', null from prescriptions.prescriptions
      where organization_id = ${organizationId} and id = ${orderId} and status <> 'draft'
    union all select 'id', null, null, null, fingerprint from prescriptions.messages
      where organization_id = ${organizationId} and sender = ${sender} and message_id = ${messageId}`,
)

/**
 * The prescription of a message: from our message that it relates to, and from our order number. Null if it is not ours; a draft was never
 * sent. And whether a message with its id is stored already. In one statement.
 */
export const findReferences = async (
  db: AnyKysely,
  { caller: { organizationId } }: Pick<RequestContext, 'caller'>,
  message: Pick<NewMessage, 'sender' | 'messageId'> & {
    readonly relatesTo?: string | undefined
    readonly orderNumber?: string | undefined
  },
): Promise<References> => {
  const { sender, messageId, relatesTo, orderNumber } = message
  const sentId = (relatesTo === undefined ? null : fromMessageId(relatesTo)) ?? nobody
  const orderId = (orderNumber === undefined ? null : fromMessageId(orderNumber)) ?? nobody
  const rows = await selectReferences(db, { organizationId, sentId, orderId, sender, messageId })
  const found = (wanted: 'message' | 'order'): Reference | null => {
    const row = rows.find(({ by }) => by === wanted)
    return row ? { prescriptionId: row.prescription_id, patientId: row.patient_id, about: row.about } : null
  }
  return {
    byMessage: found('message'),
    byOrder: found('order'),
    storedFingerprint: rows.find(({ by }) => by === 'id')?.fingerprint ?? null,
  }
}
interface Found {
  readonly by: 'message' | 'order' | 'id'
  readonly prescription_id: string
  readonly patient_id: string
  readonly about: MessagePurpose
  readonly fingerprint: string | null
}

export interface NewMessage {
  readonly sender: string
  readonly messageId: string
  /** SHA-256 of the body, hex; the same for a repeat that differs only in its time. */
  readonly fingerprint: string
  readonly type: ScriptType | 'unreadable'
  readonly reference: Reference | null
  readonly fault: DeadLetterFault | null
  readonly bytes: Uint8Array
}

/** The version of the reader, stored with each message. A change that makes it read a message differently gets a new number. */
const scriptReader = 'script-2023011/2'

/** Conditional: no message of this sender with this id is stored. `id` is a new one. */
export const insertMessage = (
  id: string,
  message: NewMessage,
  now: Date,
  state: 'received' | 'parked' | 'applied' = message.fault === null ? 'received' : 'parked',
): Write => {
  const { sender, messageId, fingerprint, type, reference, fault, bytes } = message
  const received = [reference?.about ?? null, state, fault, now, null, scriptReader]
  const patientId = reference?.patientId ?? null
  return {
    statement: insert,
    values: [...[id, sender, messageId, fingerprint, type, reference?.prescriptionId ?? null, patientId], ...received],
    sealed: { at: 11, rowId: id, patientId, value: storedBytes(bytes) },
  }
}
const insert = writeStatement({
  kind: 'insert',
  table,
  columns: [
    ...['id', 'sender', 'message_id', 'fingerprint', 'type', 'prescription_id', 'patient_id'],
    ...['about', 'state', 'fault', 'received_at', 'sealed', 'reader'],
  ],
  values: [
    ...['$1::uuid', '$2::text', '$3::text', '$4::text', '$5::text', '$6::uuid', '$7::uuid'],
    ...['$8::text', '$9::text', '$10::text', '$11::timestamptz', '$12::bytea', '$13::text'],
  ],
  isConditional: true,
})

/** What is encrypted of a message: its text, which can be compressed, or base64 of bytes that are not UTF-8. Earlier releases stored base64. */
type StoredBytes = string | { readonly text: string }
export const storedBytes = (bytes: Uint8Array): StoredBytes =>
  isUtf8(bytes) ? { text: Buffer.from(bytes).toString() } : Buffer.from(bytes).toString('base64')
const bytesOf = (stored: StoredBytes): Uint8Array =>
  typeof stored === 'string' ? Buffer.from(stored, 'base64') : Buffer.from(stored.text)

export const messageSealContext = (organizationId: string, rowId: string, patientId: string | null): SealContext => ({
  organizationId,
  table,
  rowId,
  patientId,
})

/** The bytes of a message as received, decrypted. */
export const readMessage = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  id: string,
): Promise<Uint8Array> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(['patient_id', 'sealed'])
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  if (row === undefined) throw notFound('message unknown')
  const stored = await vault.open<StoredBytes>(
    db,
    access,
    messageSealContext(caller.organizationId, id, row.patient_id),
    row.sealed,
  )
  return bytesOf(stored)
}

export interface MessageWithFacts {
  readonly bytes: Uint8Array
  readonly about: MessagePurpose
  /** A person compared it with the prescription. */
  readonly isConfirmed: boolean
  readonly prescription: EncryptedPrescription
}

/** Received messages by id, decrypted, with their prescriptions as they are now, in one statement. Throws `not_found` if one has none. */
export const readMessagesWithFacts = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MessageWithFacts>> => {
  const { organizationId } = caller
  const rows = await selectMessages(db, { organizationId, ids })
  const messages = await Promise.all(
    rows.map(
      async ({
        message_id: id,
        message_patient_id: patientId,
        message_sealed: sealed,
        about,
        confirmed_by,
        ...row
      }) => {
        const stored = await vault.open<StoredBytes>(
          db,
          access,
          messageSealContext(organizationId, id, patientId),
          sealed,
        )
        const isConfirmed = confirmed_by !== null
        return about === null
          ? []
          : ([[id, { bytes: bytesOf(stored), about, isConfirmed, prescription: row }]] as const)
      },
    ),
  )
  const found = new Map(messages.flat())
  if (ids.some((id) => !found.has(id))) throw notFound('message unknown')
  return found
}

const selectMessages = preparedRead(
  (db, { organizationId, ids }: Placeholders<{ organizationId: string; ids: readonly string[] }>) =>
    tablesOf(db)
      .selectFrom(`${table} as message`)
      .innerJoin('prescriptions.prescriptions as prescription', (join) =>
        join
          .onRef('prescription.organization_id', '=', 'message.organization_id')
          .onRef('prescription.id', '=', 'message.prescription_id'),
      )
      .select([
        'message.id as message_id',
        'message.patient_id as message_patient_id',
        'message.about',
        'message.confirmed_by',
        'message.sealed as message_sealed',
      ])
      .select([...factColumns, 'sealed' as const].map((column) => `prescription.${column}` as const))
      .where('message.organization_id', '=', organizationId)
      .where('message.id', '=', sql<string>`any(${ids}::uuid[])`),
)

/** Marks a received message as applied, or with a fault as waiting for a person. */
export const settleMessage = (id: string, fault: DeadLetterFault | null): Write => ({
  statement: settle,
  values: [id, fault === null ? 'applied' : 'parked', fault],
})
const settle = writeStatement({
  kind: 'update',
  table,
  set: 'state = $2::text, fault = $3::text',
  where: 'id = $1::uuid',
  isConditional: false,
})
