import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { components } from '@visitkit/contract'
import { readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Attachment } from '../model/attachment.ts'
import type { Message } from '../model/message.ts'
import { authorOf } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { listAttachmentsOf } from '../store/attachments.ts'
import { findReading, listMessages, type Reading } from '../store/messages.ts'
import { decryptSubject, readThread, type EncryptedThread } from '../store/threads.ts'
import type { Names } from '../presenters/present-thread-summary.ts'
import { requireRecordScope } from './require-record-scope.ts'

export interface LoadedThread {
  readonly thread: EncryptedThread
  readonly subject: string
  /** Newest first; one more than a page if there are older ones. */
  readonly fetched: readonly Message[]
  readonly take: number
  readonly files: readonly Attachment[]
  /** Of the caller. */
  readonly reading: Reading
  readonly names: Names
  readonly patient: components['schemas']['PatientSummary'] | undefined
}

interface Page {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** A thread that the caller may read, a page of its messages with their files, and the names of all people in it. */
export const gatherThread = async (
  ports: MessagingContext,
  context: ReadContext,
  threadId: string,
  query: Page = {},
): Promise<LoadedThread> => {
  const thread = await readThread(context.db, context, threadId)
  await requireRecordScope(ports, context, thread.patientId)
  return loadThread(ports, context, thread, query)
}

/** The same for a thread that was found, and that the caller may read. */
export const loadThread = async (
  { directory }: MessagingContext,
  context: ReadContext,
  thread: EncryptedThread,
  query: Page = {},
): Promise<LoadedThread> => {
  const { after, take } = readPageQuery(query)
  const [subject, fetched, reading] = await Promise.all([
    decryptSubject(context.db, context, thread),
    listMessages(context.db, context, thread.id, after, take),
    findReading(context.db, thread.id, personUuidOf(context.caller)),
  ])
  const people = [
    authorOf(context.caller),
    ...fetched.map(({ author }) => author),
    ...(thread.assigneeId === null ? [] : [{ kind: 'member' as const, id: thread.assigneeId }]),
  ]
  const isMember = context.access.reach !== 'own'
  const [files, names, patients] = await Promise.all([
    listAttachmentsOf(
      context.db,
      fetched.map(({ id }) => id),
    ),
    directory.actorNames(context, people, [thread.patientId]),
    isMember ? directory.patientSummaries(context, [thread.patientId]) : null,
  ])
  return { thread, subject, fetched, take, files, reading, names, patient: patients?.get(thread.patientId) }
}
