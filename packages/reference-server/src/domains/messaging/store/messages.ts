import { sql } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { Message } from '../model/message.ts'
import type { Author, Thread } from '../model/thread.ts'
import { tablesOf } from './tables.ts'

const table = 'messaging.messages'
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Messages are immutable. */
export const insertMessage = ({ id, threadId, patientId, author, text, at }: Message): Write => ({
  statement: insert,
  values: [id, threadId, patientId, author.kind, author.id, at, null],
  sealed: { at: 6, rowId: id, patientId, value: { text } },
})
const insert = writeStatement({
  kind: 'insert',
  table,
  columns: ['id', 'thread_id', 'patient_id', 'author_kind', 'author_id', 'at', 'sealed'],
  values: ['$1::uuid', '$2::uuid', '$3::uuid', '$4::text', '$5::uuid', '$6::timestamptz', '$7::bytea'],
  isConditional: false,
})

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

/** How far a person has read a thread. */
export interface Reading {
  /** The last message that they have read; null if they have read nothing. */
  readonly readTo: string | null
  /** Messages of others after it, counted up to a hundred. */
  readonly unread: number
}

/** With `after`, unread messages are counted after that message at the earliest. */
export const findReading = async (
  db: AnyKysely,
  threadId: string,
  readerId: string,
  after = beforeAll,
): Promise<Reading> => {
  const { rows } = await sql<{ read_to: string | null; unread: number }>`
    select mark.message_id as read_to, (
      select count(*)::integer from (
        select from messaging.messages as message
        where message.thread_id = ${threadId} and message.author_id <> ${readerId}::uuid
          and message.id > greatest(mark.message_id, ${after}::uuid) limit 100) as unread_ones) as unread
    from (select) as reader
    left join messaging.read_marks as mark on mark.thread_id = ${threadId} and mark.reader_id = ${readerId}::uuid`.execute(
    db,
  )
  return { readTo: rows[0]?.read_to ?? null, unread: rows[0]?.unread ?? 0 }
}

/**
 * Marks the thread as read up to this message; never moves back. `readTo` is as gathered. Conditional for the first mark of a reader: they
 * have none yet.
 */
export const markRead = (
  readTo: string | null,
  {
    id,
    threadId,
    reader,
    messageId,
  }: { readonly id: string; readonly threadId: string; readonly reader: Author; readonly messageId: string },
): Write =>
  readTo === null
    ? { statement: insertMark, values: [id, threadId, reader.id, reader.kind, messageId] }
    : { statement: moveMark, values: [threadId, reader.id, messageId] }
/** The first mark of a thread that the same change creates: nothing can be in its way. */
export const markReadFirst = (id: string, { id: threadId, lastMessageId }: Thread, reader: Author): Write => ({
  statement: insertFirstMark,
  values: [id, threadId, reader.id, reader.kind, lastMessageId],
})
const mark = {
  kind: 'insert',
  table: 'messaging.read_marks',
  columns: ['id', 'thread_id', 'reader_id', 'reader_kind', 'message_id'],
  values: ['$1::uuid', '$2::uuid', '$3::uuid', '$4::text', '$5::uuid'],
} as const
const insertMark = writeStatement({ ...mark, isConditional: true })
const insertFirstMark = writeStatement({ ...mark, isConditional: false })
const moveMark = writeStatement({
  kind: 'update',
  table: 'messaging.read_marks',
  set: 'message_id = $3::uuid',
  where: 'thread_id = $1::uuid and reader_id = $2::uuid and message_id < $3::uuid',
  isConditional: false,
})

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
