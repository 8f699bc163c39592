import type { components } from '@visitkit/contract'
import type { Selectable } from 'kysely'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { readThreadId } from './messages.ts'
import { tablesOf, type MessagingTables } from './tables.ts'
import { readThread } from './threads.ts'

type Described = components['schemas']['Attachment']
const table = 'messaging.attachments'

/** Without the content, which may be megabytes. */
const describedColumns = [
  'id',
  'patient_id',
  'message_id',
  'added_by',
  'kind',
  'media_type',
  'bytes',
  'created_at',
] as const
type Row = Pick<Selectable<MessagingTables['messaging.attachments']>, (typeof describedColumns)[number]>

export const presentAttachment = (row: Row): Described => ({
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
  { caller, access, vault, now }: VaultContext & Pick<RequestContext, 'now'>,
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
  return presentAttachment(row)
}

/** Attaches files to the message that sends them: the sender's own files, for this patient, not sent before. False if one is not. */
export const attach = async (
  tx: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  message: { readonly id: string; readonly patientId: string },
  attachmentIds: readonly string[],
): Promise<boolean> => {
  const ids = [...new Set(attachmentIds)]
  if (ids.length === 0) return true
  if (!ids.every(isUuid)) return false
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

/** By message id, in the order in which they were uploaded. */
export const listAttachmentsByMessage = async (
  db: AnyKysely,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Described[]>> => {
  const found = new Map<string, Described[]>()
  if (messageIds.length === 0) return found
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(describedColumns)
    .where('message_id', 'in', messageIds)
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const messageId = row.message_id ?? ''
    found.set(messageId, [...(found.get(messageId) ?? []), presentAttachment(row)])
  }
  return found
}

/** A file of the caller, or of a thread that the caller may read; else `not_found`. */
export const findAttachment = async (
  db: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
): Promise<Row> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(describedColumns)
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  const isOthers = row?.message_id === null && row.added_by !== caller.personId
  if (!row || isOthers || (access.reach === 'own' && !caller.patientIds.includes(row.patient_id)))
    throw notFound('attachment_unknown')
  if (row.message_id !== null) await readThread(db, { caller, access }, await readThreadId(db, row.message_id))
  return row
}

export const decryptContent = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
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

/** Deletes files that were uploaded and never sent. */
export const deleteUnsentAttachments = async (tx: AnyKysely, before: Date): Promise<void> => {
  await tablesOf(tx).deleteFrom(table).where('message_id', 'is', null).where('created_at', '<', before).execute()
}
