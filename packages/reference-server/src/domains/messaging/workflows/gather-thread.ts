import type { components } from '@visitkit/contract'
import { placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import { authorOf } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { listMessages, type Message } from '../store/messages.ts'
import { openSubject, readThread, type StoredThread } from '../store/threads.ts'
import type { Names } from '../presenters/summarize-thread.ts'
import { requireRecordScope } from './require-record-scope.ts'

export interface ThreadAtHand {
  readonly thread: StoredThread
  readonly subject: string
  /** Newest first; one more than a page when there are older ones. */
  readonly fetched: readonly Message[]
  readonly take: number
  readonly names: Names
  readonly patient: components['schemas']['PatientSummary'] | undefined
}

/** A thread that the caller may read, a page of its messages, and the names of everyone who is shown. */
export const gatherThread = async (
  context: MessagingContext,
  reading: Reading,
  threadId: string,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<ThreadAtHand> => {
  const { directory } = context
  const thread = await readThread(reading.db, reading, threadId)
  await requireRecordScope(context, reading, thread.patientId)
  const { after, take } = placeOf(query)
  const [subject, fetched] = await Promise.all([
    openSubject(reading.db, reading, thread),
    listMessages(reading.db, reading, threadId, after, take),
  ])
  const people = [
    authorOf(reading.caller),
    ...fetched.map(({ author }) => author),
    ...(thread.assigneeId === null ? [] : [{ kind: 'member' as const, id: thread.assigneeId }]),
  ]
  const names = await directory.actorNames(reading, people, [thread.patientId])
  const patient =
    reading.access.reach === 'organization'
      ? (await directory.patientSummaries(reading, [thread.patientId])).get(thread.patientId)
      : undefined
  return { thread, subject, fetched, take, names, patient }
}
