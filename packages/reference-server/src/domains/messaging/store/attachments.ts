import { sql } from 'kysely'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { Attachment, SentFile } from '../model/attachment.ts'
import { readThreadId } from './messages.ts'
import { tablesOf, type MessagingTables } from './tables.ts'
import { handled, readThread, type Handler } from './threads.ts'

const table = 'messaging.attachments'

/** The content is encrypted in `sealed`. */
export const attachments = factTable<Attachment>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    messageId: ['message_id', 'uuid'],
    addedBy: ['added_by', 'uuid'],
    kind: ['kind', 'text'],
    mediaType: ['media_type', 'text'],
    bytes: ['bytes', 'integer'],
    createdAt: ['created_at', 'timestamptz'],
  },
  {
    fixed: ['patientId', 'addedBy', 'kind', 'mediaType', 'bytes', 'createdAt'],
    // A file is sent once.
    guard: ['messageId'],
    sealedFor: ({ patientId }) => patientId,
  },
)

const columns = attachments.columns as (keyof MessagingTables[typeof table])[]

export const insertAttachment = (attachment: Attachment, content: Buffer): Write =>
  attachments.insert(attachment, { content: content.toString('base64') })

/** The files that a message is to send: the sender's own, for this patient, not sent before. Null if one of them is not. */
export const findUnsentAttachments = async (
  db: AnyKysely,
  { caller }: Pick<RequestContext, 'caller'>,
  patientId: string,
  attachmentIds: readonly string[],
): Promise<readonly Attachment[] | null> => {
  const ids = [...new Set(attachmentIds)]
  if (ids.length === 0) return []
  if (!ids.every(isUuid)) return null
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(columns)
    .where('id', 'in', ids)
    .where('patient_id', '=', patientId)
    .where('added_by', '=', caller.personId)
    .where('message_id', 'is', null)
    .orderBy('id')
    .execute()
  return rows.length === ids.length ? rows.map(attachments.factOf) : null
}

/** The files of these messages, in the order in which they were uploaded. */
export const listAttachmentsOf = async (db: AnyKysely, messageIds: readonly string[]): Promise<Attachment[]> => {
  if (messageIds.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(columns)
    .where('message_id', 'in', messageIds)
    .orderBy('id')
    .execute()
  return rows.map(attachments.factOf)
}

/**
 * The files of a patient's threads, the newest first; with `handledBy`, of the threads that this member may handle. One index has the files
 * of a patient in this order.
 */
export const listSentFiles = async (
  db: AnyKysely,
  { patientId, handledBy }: { readonly patientId: string; readonly handledBy?: Handler },
  page: PageCursor,
): Promise<readonly SentFile[]> => {
  const rows = await tablesOf(db)
    .selectFrom('messaging.attachments as file')
    .innerJoin('messaging.messages as message', (join) =>
      join.onRef('message.organization_id', '=', 'file.organization_id').onRef('message.id', '=', 'file.message_id'),
    )
    .select(columns.map((column) => `file.${column}` as const))
    .select(['message.thread_id', 'message.author_kind', 'message.author_id', 'message.at'])
    .where('file.patient_id', '=', patientId)
    .where('file.message_id', 'is not', null)
    .$if(handledBy !== undefined, (query) =>
      query.where(sql<boolean>`exists (
        select from messaging.threads as thread where thread.id = message.thread_id ${handled({ handledBy })})`),
    )
    .$call(newestFirst(page, 'file.id'))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    file: attachments.factOf(row),
    threadId: row.thread_id,
    author: { kind: row.author_kind, id: row.author_id },
    sentAt: row.at,
  }))
}

/** A file of the caller, or of a thread that the caller may read; else `not_found`. */
export const findAttachment = async (
  db: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
): Promise<Attachment> => {
  const row = await tablesOf(db).selectFrom(table).select(columns).where('id', '=', requireUuid(id)).executeTakeFirst()
  const found = row && attachments.factOf(row)
  const isOthers = found?.messageId === null && found.addedBy !== caller.personId
  if (!found || isOthers || (access.reach === 'own' && !caller.patientIds.includes(found.patientId)))
    throw notFound('attachment_unknown')
  if (found.messageId !== null) await readThread(db, { caller, access }, await readThreadId(db, found.messageId))
  return found
}

/** A file that a message of this thread has sent; else `not_found`. The caller may read the thread. */
export const findAttachmentOfThread = async (db: AnyKysely, threadId: string, id: string): Promise<Attachment> => {
  const row = await tablesOf(db)
    .selectFrom('messaging.attachments as file')
    .innerJoin('messaging.messages as message', (join) =>
      join.onRef('message.organization_id', '=', 'file.organization_id').onRef('message.id', '=', 'file.message_id'),
    )
    .select(columns.map((column) => `file.${column}` as const))
    .where('file.id', '=', requireUuid(id))
    .where('message.thread_id', '=', threadId)
    .executeTakeFirst()
  if (!row) throw notFound('attachment_unknown')
  return attachments.factOf(row)
}

export const decryptContent = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, patientId }: Pick<Attachment, 'id' | 'patientId'>,
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
export const deleteUnsentAttachments = (before: Date): Write => ({ statement: deleteUnsent, values: [before] })
const deleteUnsent = writeStatement({
  kind: 'delete',
  table,
  where: 'message_id is null and created_at < $1::timestamptz',
  isConditional: false,
})
