import type { components } from '@visitkit/contract'
import type { Selectable } from 'kysely'
import { isKnownForm, knownId } from '../../../platform/database/ids/known-id.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Situation } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { threadIdOf } from './messages.ts'
import { tablesOf, type MessagingTables } from './tables.ts'
import { readThread } from './threads.ts'

type Opening = Pick<Situation, 'caller' | 'access' | 'vault'>
type Described = components['schemas']['Attachment']
const table = 'messaging.attachments'

/** Without the content, which may be megabytes. */
const described = ['id', 'patient_id', 'message_id', 'added_by', 'kind', 'media_type', 'bytes', 'created_at'] as const
type Row = Pick<Selectable<MessagingTables['messaging.attachments']>, (typeof described)[number]>

export const describeAttachment = (row: Row): Described => ({
  id: row.id,
  patientId: row.patient_id,
  kind: row.kind,
  mediaType: row.media_type,
  bytes: row.bytes,
  createdAt: row.created_at.toISOString(),
})

export interface NewAttachment {
  readonly id: string
  readonly patientId: string
  readonly kind: Described['kind']
  readonly mediaType: Described['mediaType']
  readonly content: Uint8Array
}

export const insertAttachment = async (
  tx: AnyKysely,
  { caller, access, vault, now }: Opening & Pick<Situation, 'now'>,
  { id, patientId, kind, mediaType, content }: NewAttachment,
): Promise<Described> => {
  access.touch(patientId)
  const { organizationId, personId } = caller
  const row: Row = {
    id,
    patient_id: patientId,
    message_id: null,
    added_by: personId,
    kind,
    media_type: mediaType,
    bytes: content.length,
    created_at: now,
  }
  const sealed = await vault.seal(
    tx,
    { organizationId, table, rowId: id, patientId },
    { content: Buffer.from(content).toString('base64') },
  )
  await tablesOf(tx)
    .insertInto(table)
    .values({ organization_id: organizationId, ...row, sealed })
    .execute()
  return describeAttachment(row)
}

/** Ties files to the message with which they are sent: the sender's own, of this patient, not sent before. False when one is not. */
export const attach = async (
  tx: AnyKysely,
  { caller }: Pick<Situation, 'caller'>,
  message: { readonly id: string; readonly patientId: string },
  attachmentIds: readonly string[],
): Promise<boolean> => {
  const ids = [...new Set(attachmentIds)]
  if (ids.length === 0) return true
  if (!ids.every(isKnownForm)) return false
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable(table)
    .set({ message_id: message.id })
    .where('id', 'in', ids)
    .where('patient_id', '=', message.patientId)
    .where('added_by', '=', caller.personId)
    .where('message_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === BigInt(ids.length)
}

/** By message id, in the order in which they were added. */
export const attachmentsOf = async (
  db: AnyKysely,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Described[]>> => {
  const found = new Map<string, Described[]>()
  if (messageIds.length === 0) return found
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(described)
    .where('message_id', 'in', messageIds)
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const messageId = row.message_id ?? ''
    found.set(messageId, [...(found.get(messageId) ?? []), describeAttachment(row)])
  }
  return found
}

/** The caller's own, or sent in a thread that the caller may read; else `not_found`. */
export const findAttachment = async (
  db: AnyKysely,
  { caller, access }: Pick<Situation, 'caller' | 'access'>,
  id: string,
): Promise<Row> => {
  const row = await tablesOf(db).selectFrom(table).select(described).where('id', '=', knownId(id)).executeTakeFirst()
  const isOthers = row?.message_id === null && row.added_by !== caller.personId
  if (!row || isOthers || (access.reach === 'own' && !caller.patientIds.includes(row.patient_id)))
    throw notFound('attachment_unknown')
  if (row.message_id !== null) await readThread(db, { caller, access }, await threadIdOf(db, row.message_id))
  return row
}

export const openContent = async (
  db: AnyKysely,
  { caller, access, vault }: Opening,
  { id, patient_id: patientId }: Pick<Row, 'id' | 'patient_id'>,
): Promise<Buffer> => {
  const { sealed } = await tablesOf(db)
    .selectFrom(table)
    .select('sealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const place = { organizationId: caller.organizationId, table, rowId: id, patientId }
  const { content } = await vault.open<{ content: string }>(db, access, place, sealed)
  return Buffer.from(content, 'base64')
}

/** Files that were added and never sent. */
export const forgetLoose = async (tx: AnyKysely, before: Date): Promise<void> => {
  await tablesOf(tx).deleteFrom(table).where('message_id', 'is', null).where('created_at', '<', before).execute()
}
