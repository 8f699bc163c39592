import { sql } from 'kysely'
import { isKnownForm, knownId } from '../../../../platform/database/ids/known-id.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { Situation } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealedPlace } from '../../../../platform/contracts/vault.ts'
import type { ScriptType } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { ScriptPayload } from '../model/compose-script.ts'
import type { PrescriptionFacts } from '../model/prescription.ts'
import { factColumns, factsOf } from './prescriptions.ts'
import { tablesOf } from './tables.ts'

export const messagesTable = 'prescriptions.messages'
const table = messagesTable

/** Why a message of the network waits for a person. */
export type ParkedFault =
  | 'unreadable'
  | 'unexpected-type'
  /** Another message had this id. */
  | 'id-reused'
  | 'prescription-unknown'
  | 'references-disagree'
  | 'another-pharmacy'
  | 'another-patient'

/** What a message of ours told: a prescription, that it is to be cancelled, or an answer that signs nothing. */
export type About = ScriptPayload['about']

/** What our message was about, so that its answer is known by it. */
export interface Outgoing {
  readonly messageId: string
  readonly prescriptionId: string
  readonly patientId: string
  readonly about: About
}

/** A message id as SCRIPT takes it: 32 characters. */
export const wireId = (id: string): string => id.replaceAll('-', '')

const uuidOf = (wire: string): string | null => {
  const hex = wire.replaceAll('-', '').toLowerCase()
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isKnownForm(id) ? id : null
}

/** To be written with its transmission. */
export const outgoingInsertion = (
  tx: AnyKysely,
  { caller }: Pick<Situation, 'caller'>,
  { messageId, prescriptionId, patientId, about }: Outgoing,
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
  /** Of the message that it relates to. Who gives our number of the order alone speaks of the prescription. */
  readonly about: About
}

/** No row has this id. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * What a message is about: by the message of ours that it relates to, and by our own number of the order. Null for what is not ours; a
 * draft was never told to anyone.
 */
export const findReferences = async (
  db: AnyKysely,
  { caller }: Pick<Situation, 'caller'>,
  { relatesTo, orderNumber }: { readonly relatesTo: string | undefined; readonly orderNumber: string | undefined },
): Promise<{ readonly byMessage: Reference | null; readonly byOrder: Reference | null }> => {
  const messageId = relatesTo === undefined ? null : uuidOf(relatesTo)
  const orderId = orderNumber === undefined ? null : uuidOf(orderNumber)
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
          sql<About>`'new'`.as('about'),
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
  /** SHA-256 of what it says, hex; the same for a repeat that only carries another time. */
  readonly fingerprint: string
  readonly type: ScriptType | 'unreadable'
  readonly reference: Reference | null
  readonly fault: ParkedFault | null
  readonly bytes: Uint8Array
}

export type Taking = Pick<Situation, 'caller' | 'vault' | 'newId' | 'now'> & { readonly tx: AnyKysely }

export interface Kept {
  readonly id: string
  readonly fault: ParkedFault | null
}

/**
 * Null when it was taken in before: networks repeat what they are not sure to have delivered. Another message under an id that was used
 * before is no repeat: it is kept for a person, because dropping it might lose a fill or a cancellation.
 */
export const keepMessage = async (taking: Taking, message: NewMessage): Promise<Kept | null> => {
  const id = await insert(taking, message)
  if (id !== null) return { id, fault: message.fault }
  const { fingerprint } = await tablesOf(taking.tx)
    .selectFrom(table)
    .select('fingerprint')
    .where('organization_id', '=', taking.caller.organizationId)
    .where('sender', '=', message.sender)
    .where('message_id', '=', message.messageId)
    .executeTakeFirstOrThrow()
  if (fingerprint === message.fingerprint) return null
  const messageId = `${message.messageId}#${message.fingerprint.slice(0, 12)}`
  const reused = await insert(taking, { ...message, messageId, fault: 'id-reused' })
  return reused === null ? null : { id: reused, fault: 'id-reused' }
}

const insert = async (
  { tx, caller, vault, newId, now }: Taking,
  { sender, messageId, fingerprint, type, reference, fault, bytes }: NewMessage,
): Promise<string | null> => {
  const { organizationId } = caller
  const id = newId()
  const patientId = reference?.patientId ?? null
  const sealed = await vault.seal(
    tx,
    messagePlace(organizationId, id, patientId),
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

export const messagePlace = (organizationId: string, rowId: string, patientId: string | null): SealedPlace => ({
  organizationId,
  table,
  rowId,
  patientId,
})

/** The bytes of a message as they came. Opens them. */
export const readMessage = async (
  db: AnyKysely,
  { caller, access, vault }: Pick<Situation, 'caller' | 'access' | 'vault'>,
  id: string,
): Promise<Uint8Array> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(['patient_id', 'sealed'])
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', knownId(id))
    .executeTakeFirst()
  if (row === undefined) throw notFound('message unknown')
  const text = await vault.open<string>(db, access, messagePlace(caller.organizationId, id, row.patient_id), row.sealed)
  return Buffer.from(text, 'base64')
}

/** The same with the prescription that the message is about, as it is now, in one statement. Throws `not_found` also without one. */
export const readMessageWithFacts = async (
  db: AnyKysely,
  { caller, access, vault }: Pick<Situation, 'caller' | 'access' | 'vault'>,
  id: string,
): Promise<{ readonly bytes: Uint8Array; readonly about: About; readonly facts: PrescriptionFacts }> => {
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
    .where('message.id', '=', knownId(id))
    .executeTakeFirst()
  if (row === undefined || row.about === null) throw notFound('message unknown')
  const text = await vault.open<string>(
    db,
    access,
    messagePlace(organizationId, id, row.message_patient_id),
    row.message_sealed,
  )
  return { bytes: Buffer.from(text, 'base64'), about: row.about, facts: factsOf(row) }
}

export const settleMessage = async (
  tx: AnyKysely,
  situation: Pick<Situation, 'caller'>,
  id: string,
  fault: ParkedFault | null,
): Promise<void> => {
  await settlingOf(tx, situation, id, fault).execute()
}

/** To be kept beside the step of the prescription that a message led to: not without it. */
export const settledWithStep = (tx: AnyKysely, situation: Pick<Situation, 'caller'>, id: string) =>
  settlingOf(tx, situation, id, null).where(sql<boolean>`exists (select from stepped)`)

const settlingOf = (tx: AnyKysely, { caller }: Pick<Situation, 'caller'>, id: string, fault: ParkedFault | null) =>
  tablesOf(tx)
    .updateTable(table)
    .set({ state: fault === null ? 'applied' : 'parked', fault })
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', id)
