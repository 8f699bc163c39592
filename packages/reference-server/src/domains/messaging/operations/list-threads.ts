import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { MessagingContext } from '../ports.ts'
import { listThreads as list, decryptSubject, type ListedThread } from '../store/threads.ts'
import { presentThreadSummary } from '../presenters/present-thread-summary.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'
import { threadsOfCaller } from '../workflows/threads-of-caller.ts'

export const listThreads = operation<MessagingContext>()('listThreads', {
  read: async ({ query }, _, context, ports) => {
    const { directory } = ports
    const { after, take } = readPageQuery(query)
    const of = await threadsOfCaller(ports, context, query.patientId)
    const found = await list(context.db, {
      of,
      status: query.status,
      topic: query.topic,
      readerId: personUuidOf(context.caller),
      after,
      take,
    })
    const page = found.slice(0, take - 1)
    // Only the threads of the page are decrypted, because each one is recorded as an access.
    const shown = await withinScope(ports, context, page, query.patientId !== undefined)
    const patients =
      context.access.reach === 'organization'
        ? await directory.patientSummaries(context, [...new Set(shown.map(({ patientId }) => patientId))])
        : null
    const assignees = [...new Set(shown.flatMap(({ assigneeId }) => (assigneeId === null ? [] : [assigneeId])))]
    const names = await directory.actorNames(
      context,
      assignees.map((id) => ({ kind: 'member', id })),
      [],
    )
    const items = await Promise.all(
      shown.map(async (thread) => {
        const subject = await decryptSubject(context.db, context, thread)
        return presentThreadSummary(thread, {
          subject,
          unread: thread.unread,
          patient: patients?.get(thread.patientId),
          names,
        })
      }),
    )
    // Threads are ordered by their last message, so the cursor is a message.
    const nextCursor = found.length < take ? null : (page.at(-1)?.lastMessageId ?? null)
    return { status: 200, body: { items, nextCursor } }
  },
})

/**
 * A proxy sees the threads of the patients for whom they have the record scope. If one patient is requested, the request is refused without
 * that scope.
 */
const withinScope = async (
  ports: MessagingContext,
  context: ReadContext,
  page: readonly ListedThread[],
  isRequested: boolean,
): Promise<readonly ListedThread[]> => {
  if (context.access.reach === 'organization') return page
  const within = new Set<string>()
  for (const patientId of new Set(page.map((thread) => thread.patientId))) {
    try {
      await requireRecordScope(ports, context, patientId)
      within.add(patientId)
    } catch (error) {
      if (isRequested || !(error instanceof Problem) || (error.status !== 403 && error.status !== 404)) throw error
    }
  }
  return page.filter(({ patientId }) => within.has(patientId))
}
