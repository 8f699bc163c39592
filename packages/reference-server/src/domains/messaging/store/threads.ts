import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { mayHandle, type Thread } from '../model/thread.ts'
import { tablesOf, type MessagingTables } from './tables.ts'

type Row = Selectable<MessagingTables['messaging.threads']>

/** A thread as stored, its subject still encrypted. */
export interface EncryptedThread extends Thread {
  readonly sealed: Uint8Array
}
/** With the number of messages that the caller has not read, counted up to a hundred. */
export interface ListedThread extends EncryptedThread {
  readonly unread: number
}

const table = 'messaging.threads'
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** The subject is encrypted in `sealed`. */
export const threads = factTable<Thread>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    topic: ['topic', 'text'],
    status: ['status', 'text'],
    assigneeRole: ['assignee_role', 'text'],
    assigneeId: ['assignee_id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    waitingFor: ['waiting_for', 'text'],
    lastMessageId: ['last_message_id', 'uuid'],
    lastMessageAt: ['last_message_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'topic', 'visitId'], sealedFor: ({ patientId }) => patientId },
)

const threadOf = (row: Row): EncryptedThread => ({ ...threads.factOf(row), sealed: row.sealed })

const sealContextOf = (organizationId: string, { id, patientId }: Pick<Thread, 'id' | 'patientId'>): SealContext => ({
  organizationId,
  table,
  rowId: id,
  patientId,
})

/** A thread of the caller's patients, or one that the member may handle; else `not_found`. The subject is still encrypted. */
export const readThread = async (
  db: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
): Promise<EncryptedThread> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', requireUuid(id)).executeTakeFirst()
  if (!row) throw notFound('thread_unknown')
  const thread = threadOf(row)
  const isWithin = access.reach === 'own' ? caller.patientIds.includes(thread.patientId) : mayHandle(thread, caller)
  if (!isWithin) throw notFound('thread_beyond_reach')
  return thread
}

/** The thread of a visit; null before its first message. The subject is still encrypted. */
export const findThreadOfVisit = async (db: AnyKysely, visitId: string): Promise<EncryptedThread | null> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('visit_id', '=', requireUuid(visitId))
    .where('topic', '=', 'visit')
    .executeTakeFirst()
  return row ? threadOf(row) : null
}

/** Unknown ids are left out. The subjects are still encrypted. */
export const findThreads = async (db: AnyKysely, ids: readonly string[]): Promise<readonly EncryptedThread[]> =>
  ids.length === 0
    ? []
    : (await tablesOf(db).selectFrom(table).selectAll().where('id', 'in', ids).execute()).map(threadOf)

export const decryptSubject = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  thread: EncryptedThread,
): Promise<string> => {
  const sealContext = sealContextOf(caller.organizationId, thread)
  return (await vault.open<{ subject: string }>(db, access, sealContext, thread.sealed)).subject
}

/** A member and their roles. */
export interface Handler {
  readonly memberId: string
  readonly roles: readonly string[]
}

/**
 * Which threads to list: of these patients, all or those that one member may handle; or those that wait for a member or for one of their
 * roles.
 */
export type ThreadsOf = { readonly patientIds: readonly string[]; readonly handledBy?: Handler } | Handler

export interface ThreadList {
  readonly of: ThreadsOf
  readonly status: Thread['status'] | undefined
  readonly topic: Thread['topic'] | undefined
  readonly readerId: string
  /** The last message of the last thread on the page before. */
  readonly after: string | null
  readonly take: number
}

/** `mayHandle` as SQL, for `messaging.threads as thread`. */
export const handled = ({ handledBy }: { readonly handledBy?: Handler | undefined }) =>
  handledBy === undefined
    ? sql``
    : sql`and (thread.assignee_id = ${handledBy.memberId}::uuid or thread.assignee_role = any(${handledBy.roles}::text[]))`

/**
 * The latest first. Each branch reads one index from the start of the page, so a page costs the same however many threads an organization
 * has.
 */
export const listThreads = async (
  db: AnyKysely,
  { of, status, topic, readerId, after, take }: ThreadList,
): Promise<ListedThread[]> => {
  const more = sql`and (${after}::uuid is null or thread.last_message_id < ${after}::uuid)
    and (${status ?? null}::text is null or thread.status = ${status ?? null}::text)
    and (${topic ?? null}::text is null or thread.topic = ${topic ?? null}::text)
    order by thread.last_message_id desc limit ${take}`
  const branches =
    'patientIds' in of
      ? sql`select page.* from unnest(${of.patientIds}::uuid[]) as whose (id), lateral (
          select * from messaging.threads as thread where thread.patient_id = whose.id ${handled(of)} ${more}) as page`
      : sql`(select * from messaging.threads as thread where thread.assignee_id = ${of.memberId}::uuid ${more})
          union all
          select page.* from unnest(${of.roles}::text[]) as whose (role), lateral (
            select * from messaging.threads as thread
            where thread.assignee_id is null and thread.assignee_role = whose.role ${more}) as page`
  const { rows } = await sql<Row & { unread: number }>`
    with found as (${branches}), page as (select * from found order by last_message_id desc limit ${take})
    select page.*, (
      select count(*)::integer from (
        select from messaging.messages as message
        where message.thread_id = page.id and message.author_id <> ${readerId}::uuid
          and message.id > coalesce(mark.message_id, ${beforeAll}::uuid) limit 100) as unread_ones) as unread
    from page left join messaging.read_marks as mark on mark.thread_id = page.id and mark.reader_id = ${readerId}::uuid
    order by page.last_message_id desc`.execute(db)
  return rows.map((row) => ({ ...threadOf(row), unread: row.unread }))
}

/** The number of open threads that wait for an answer of this member or these roles. */
export const countThreadsWaiting = async (
  db: AnyKysely,
  { memberId, roles }: { readonly memberId: string; readonly roles: readonly string[] },
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from messaging.threads
    where status = 'open' and waiting_for = 'care-team' and (assignee_id = ${memberId}::uuid
      or (assignee_id is null and assignee_role = any(${roles}::text[])))`.execute(db)
  return rows[0]?.count ?? 0
}

/** The number of the caller's open threads with unread messages, counted up to a hundred. */
export const countUnreadThreads = async (
  db: AnyKysely,
  of: ThreadsOf,
  readerId: string,
  which: 'all' | 'read-before',
): Promise<number> => {
  // Each branch uses one partial index of open threads.
  const branches =
    'patientIds' in of
      ? sql`select id, last_message_id from messaging.threads
          where status = 'open' and patient_id = any(${of.patientIds}::uuid[])`
      : sql`select id, last_message_id from messaging.threads
          where status = 'open' and assignee_id = ${of.memberId}::uuid
          union all
          select id, last_message_id from messaging.threads
          where status = 'open' and assignee_id is null and assignee_role = any(${of.roles}::text[])`
  const { rows } = await sql<{ unread: number }>`
    select count(*)::integer as unread from (
      select from (${branches}) as thread
      left join messaging.read_marks as mark on mark.thread_id = thread.id and mark.reader_id = ${readerId}::uuid
      where thread.last_message_id > coalesce(mark.message_id, ${beforeAll}::uuid)
        and (${which === 'all'} or mark.id is not null) limit 100) as unread_ones`.execute(db)
  return rows[0]?.unread ?? 0
}
