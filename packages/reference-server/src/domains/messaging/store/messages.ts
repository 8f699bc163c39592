import { sql } from 'kysely'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Author } from '../model/thread.ts'
import { tablesOf } from './tables.ts'

const table = 'messaging.messages'

export interface Message {
  readonly id: string
  readonly threadId: string
  readonly patientId: string
  readonly author: Author
  readonly text: string
  readonly at: Date
}

export const insertMessage = async (
  tx: AnyKysely,
  { caller, access, vault }: VaultContext,
  { id, threadId, patientId, author, text, at }: Message,
): Promise<void> => {
  access.touch(patientId)
  const { organizationId } = caller
  await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: organizationId,
      id,
      thread_id: threadId,
      patient_id: patientId,
      author_kind: author.kind,
      author_id: author.id,
      at,
      sealed: await vault.seal(tx, { organizationId, table, rowId: id, patientId }, { text }),
    })
    .execute()
}

/** Newest first, before the message `before`. Decrypts each. */
export const listMessages = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  threadId: string,
  before: string | null,
  take: number,
): Promise<Message[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('thread_id', '=', threadId)
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(take)
    .execute()
  const { organizationId } = caller
  return Promise.all(
    rows.map(async (row): Promise<Message> => {
      const place = { organizationId, table, rowId: row.id, patientId: row.patient_id }
      const { text } = await vault.open<{ text: string }>(db, access, place, row.sealed)
      return {
        id: row.id,
        threadId,
        patientId: row.patient_id,
        author: { kind: row.author_kind, id: row.author_id },
        text,
        at: row.at,
      }
    }),
  )
}

/** The last message that `reader` has read; never moves back. */
export const upsertReadMarker = async (
  tx: AnyKysely,
  { caller, newId }: Pick<RequestContext, 'caller' | 'newId'>,
  threadId: string,
  reader: Author,
  messageId: string,
): Promise<void> => {
  await sql`insert into messaging.read_marks as mark (organization_id, id, thread_id, reader_id, reader_kind, message_id)
    values (${caller.organizationId}, ${newId()}, ${threadId}, ${reader.id}, ${reader.kind}, ${messageId})
    on conflict (organization_id, thread_id, reader_id) do update set message_id = excluded.message_id
    where mark.message_id < excluded.message_id`.execute(tx)
}

/** The last message that the patient or a proxy has read; null if they have read nothing. */
export const findLastReadByPatient = async (db: AnyKysely, threadId: string): Promise<string | null> => {
  const { rows } = await sql<{ message_id: string }>`
    select message_id from messaging.read_marks where thread_id = ${threadId} and reader_kind <> 'member'
    order by message_id desc limit 1`.execute(db)
  return rows[0]?.message_id ?? null
}

/** Whether there is a message from the care team that neither the patient nor a proxy has read. */
export const isUnreadByPatient = async (db: AnyKysely, threadId: string): Promise<boolean> => {
  const { rows } = await sql`
    select from messaging.messages as message
    where message.thread_id = ${threadId} and message.author_kind = 'member' and message.id > coalesce((
      select max(mark.message_id::text)::uuid from messaging.read_marks as mark
      where mark.thread_id = ${threadId} and mark.reader_kind <> 'member'), '00000000-0000-0000-0000-000000000000')
    limit 1`.execute(db)
  return rows.length > 0
}

/** Messages of others after the last one that the reader has read, counted up to a hundred. */
export const countUnread = async (db: AnyKysely, threadId: string, readerId: string): Promise<number> => {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::integer as unread from (
      select from messaging.messages as message
      where message.thread_id = ${threadId} and message.author_id <> ${readerId}::uuid and message.id > coalesce((
        select mark.message_id from messaging.read_marks as mark
        where mark.thread_id = ${threadId} and mark.reader_id = ${readerId}::uuid), '00000000-0000-0000-0000-000000000000')
      limit 100) as unread_ones`.execute(db)
  return rows[0]?.unread ?? 0
}

export const readThreadId = async (db: AnyKysely, messageId: string): Promise<string> =>
  (await tablesOf(db).selectFrom(table).select('thread_id').where('id', '=', messageId).executeTakeFirstOrThrow())
    .thread_id

export const isMessageOf = async (db: AnyKysely, threadId: string, messageId: string): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select('id')
    .where('thread_id', '=', threadId)
    .where('id', '=', messageId)
    .executeTakeFirst()
  return row !== undefined
}
