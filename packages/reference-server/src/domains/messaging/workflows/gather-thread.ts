import type { components } from '@visitkit/contract'
import { readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { authorOf } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { listMessages, type Message } from '../store/messages.ts'
import { decryptSubject, readThread, type EncryptedThread } from '../store/threads.ts'
import type { Names } from '../presenters/present-thread-summary.ts'
import { requireRecordScope } from './require-record-scope.ts'

export interface LoadedThread {
  readonly thread: EncryptedThread
  readonly subject: string
  /** Newest first; one more than a page if there are older ones. */
  readonly fetched: readonly Message[]
  readonly take: number
  readonly names: Names
  readonly patient: components['schemas']['PatientSummary'] | undefined
}

/** A thread that the caller may read, a page of its messages, and the names of all people in it. */
export const gatherThread = async (
  ports: MessagingContext,
  context: ReadContext,
  threadId: string,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<LoadedThread> => {
  const { directory } = ports
  const thread = await readThread(context.db, context, threadId)
  await requireRecordScope(ports, context, thread.patientId)
  const { after, take } = readPageQuery(query)
  const [subject, fetched] = await Promise.all([
    decryptSubject(context.db, context, thread),
    listMessages(context.db, context, threadId, after, take),
  ])
  const people = [
    authorOf(context.caller),
    ...fetched.map(({ author }) => author),
    ...(thread.assigneeId === null ? [] : [{ kind: 'member' as const, id: thread.assigneeId }]),
  ]
  const names = await directory.actorNames(context, people, [thread.patientId])
  const patient =
    context.access.reach === 'organization'
      ? (await directory.patientSummaries(context, [thread.patientId])).get(thread.patientId)
      : undefined
  return { thread, subject, fetched, take, names, patient }
}
