import { sql } from 'kysely'
import { isUuid, requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'
import type { ScriptType } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { ScriptPayload } from '../model/compose-script.ts'
import type { PrescriptionFacts } from '../model/prescription.ts'
import { factColumns, factsOf } from './prescriptions.ts'
import { tablesOf } from './tables.ts'

export const messagesTable = 'prescriptions.messages'
const table = messagesTable

/** Why a message of the network waits for a person. */
export type DeadLetterFault =
  | 'unreadable'
  | 'unexpected-type'
  /** Another message already has this id. */
  | 'id-reused'
  | 'prescription-unknown'
  | 'references-disagree'
  | 'another-pharmacy'
  | 'another-patient'

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

/** To be written with its transmission. */
export const insertOutgoingMessageStatement = (
  tx: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  { messageId, prescriptionId, patientId, about }: OutgoingMessage,
) =>
  tablesOf(tx)
    .insertInto('prescriptions.outgoing')
    .values({
      organization_id: caller.organizationId,
      id: messageId,
      prescription_id: prescriptionId,
      patient_id: patientId,
      about,
    })
    .returning('id')

export interface Reference {
  readonly prescriptionId: string
  readonly patientId: string
  /** The subject of our message that it relates to. A message with our order number only is about the prescription. */
  readonly about: MessagePurpose
}

/** An id that no row has. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * The prescription of a message: from our message that it relates to, and from our order number. Null if it is not ours; a draft was never
 * sent.
 */
export const findReferences = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  { relatesTo, orderNumber }: { readonly relatesTo: string | undefined; readonly orderNumber: string | undefined },
): Promise<{ readonly byMessage: Reference | null; readonly byOrder: Reference | null }> => {
  const messageId = relatesTo === undefined ? null : fromMessageId(relatesTo)
  const orderId = orderNumber === undefined ? null : fromMessageId(orderNumber)
  const rows = await tablesOf(db)
    .selectFrom('prescriptions.outgoing')
    .select(['prescription_id', 'patient_id', 'about', sql<'message' | 'order'>`'message'`.as('by')])
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', messageId ?? nobody)
    .unionAll(
      tablesOf(db)
        .selectFrom('prescriptions.prescriptions')
        .select([
          'id as prescription_id',
          'patient_id',
          sql<MessagePurpose>`'new'`.as('about'),
          sql<'message' | 'order'>`'order'`.as('by'),
        ])
        .where('organization_id', '=', caller.organizationId)
        .where('id', '=', orderId ?? nobody)
        .where('status', '!=', 'draft'),
    )
    .execute()
  const found = (wanted: 'message' | 'order'): Reference | null => {
    const row = rows.find(({ by }) => by === wanted)
    return row ? { prescriptionId: row.prescription_id, patientId: row.patient_id, about: row.about } : null
  }
  return { byMessage: found('message'), byOrder: found('order') }
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

export type InboundContext = Pick<RequestContext, 'caller' | 'vault' | 'newId' | 'now'> & { readonly tx: AnyKysely }

export interface StoredMessage {
  readonly id: string
  readonly fault: DeadLetterFault | null
}

/**
 * Null for a repeat: networks resend what they are not sure to have delivered. Another message under a used id is not a repeat; it is kept
 * for a person, because dropping it might lose a fill or a cancellation.
 */
export const insertMessage = async (context: InboundContext, message: NewMessage): Promise<StoredMessage | null> => {
  const id = await insert(context, message)
  if (id !== null) return { id, fault: message.fault }
  const { fingerprint } = await tablesOf(context.tx)
    .selectFrom(table)
    .select('fingerprint')
    .where('organization_id', '=', context.caller.organizationId)
    .where('sender', '=', message.sender)
    .where('message_id', '=', message.messageId)
    .executeTakeFirstOrThrow()
  if (fingerprint === message.fingerprint) return null
  const messageId = `${message.messageId}#${message.fingerprint.slice(0, 12)}`
  const reused = await insert(context, { ...message, messageId, fault: 'id-reused' })
  return reused === null ? null : { id: reused, fault: 'id-reused' }
}

const insert = async (
  { tx, caller, vault, newId, now }: InboundContext,
  { sender, messageId, fingerprint, type, reference, fault, bytes }: NewMessage,
): Promise<string | null> => {
  const { organizationId } = caller
  const id = newId()
  const patientId = reference?.patientId ?? null
  const sealed = await vault.seal(
    tx,
    messageSealContext(organizationId, id, patientId),
    Buffer.from(bytes).toString('base64'),
  )
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: organizationId,
      id,
      sender,
      message_id: messageId,
      fingerprint,
      type,
      prescription_id: reference?.prescriptionId ?? null,
      patient_id: patientId,
      about: reference?.about ?? null,
      state: fault === null ? 'received' : 'parked',
      fault,
      received_at: now,
      sealed,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'sender', 'message_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n ? id : null
}

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
  const text = await vault.open<string>(
    db,
    access,
    messageSealContext(caller.organizationId, id, row.patient_id),
    row.sealed,
  )
  return Buffer.from(text, 'base64')
}

/** The same with the current prescription of the message, in one statement. Throws `not_found` also if it has none. */
export const readMessageWithFacts = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  id: string,
): Promise<{ readonly bytes: Uint8Array; readonly about: MessagePurpose; readonly facts: PrescriptionFacts }> => {
  const { organizationId } = caller
  const row = await tablesOf(db)
    .selectFrom(`${table} as message`)
    .innerJoin('prescriptions.prescriptions as prescription', (join) =>
      join
        .onRef('prescription.organization_id', '=', 'message.organization_id')
        .onRef('prescription.id', '=', 'message.prescription_id'),
    )
    .select(['message.patient_id as message_patient_id', 'message.about', 'message.sealed as message_sealed'])
    .select(factColumns.map((column) => `prescription.${column}` as const))
    .where('message.organization_id', '=', organizationId)
    .where('message.id', '=', requireUuid(id))
    .executeTakeFirst()
  if (row === undefined || row.about === null) throw notFound('message unknown')
  const text = await vault.open<string>(
    db,
    access,
    messageSealContext(organizationId, id, row.message_patient_id),
    row.message_sealed,
  )
  return { bytes: Buffer.from(text, 'base64'), about: row.about, facts: factsOf(row) }
}

export const updateMessageSettled = async (
  tx: AnyKysely,
  context: Pick<RequestContext, 'caller'>,
  id: string,
  fault: DeadLetterFault | null,
): Promise<void> => {
  await settledStatement(tx, context, id, fault).execute()
}

/** To be written with the step of the prescription that the message caused, and not without it. */
export const updateMessageSettledStatement = (tx: AnyKysely, context: Pick<RequestContext, 'caller'>, id: string) =>
  settledStatement(tx, context, id, null).where(sql<boolean>`exists (select from stepped)`)

const settledStatement = (
  tx: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  id: string,
  fault: DeadLetterFault | null,
) =>
  tablesOf(tx)
    .updateTable(table)
    .set({ state: fault === null ? 'applied' : 'parked', fault })
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', id)
