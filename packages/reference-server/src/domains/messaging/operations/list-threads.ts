import { placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import type { MessagingContext } from '../ports.ts'
import { listThreads as list, openSubject, type ListedThread } from '../store/threads.ts'
import { summarizeThread } from '../presenters/summarize-thread.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'
import { threadsOfCaller } from '../workflows/threads-of-caller.ts'

export const listThreads = operation<MessagingContext>()('listThreads', {
  read: async ({ query }, _, reading, context) => {
    const { directory } = context
    const { after, take } = placeOf(query)
    const of = await threadsOfCaller(context, reading, query.patientId)
    const found = await list(reading.db, { of, status: query.status, readerId: reading.caller.personId, after, take })
    const page = found.slice(0, take - 1)
    // Only what is shown is opened: every opened thread is an access of its own.
    const shown = await withinScope(context, reading, page, query.patientId !== undefined)
    const patients =
      reading.access.reach === 'organization'
        ? await directory.patientSummaries(reading, [...new Set(shown.map(({ patientId }) => patientId))])
        : null
    const assignees = [...new Set(shown.flatMap(({ assigneeId }) => (assigneeId === null ? [] : [assigneeId])))]
    const names = await directory.actorNames(
      reading,
      assignees.map((id) => ({ kind: 'member', id })),
      [],
    )
    const items = await Promise.all(
      shown.map(async (thread) => {
        const subject = await openSubject(reading.db, reading, thread)
        return summarizeThread(thread, {
          subject,
          unread: thread.unread,
          patient: patients?.get(thread.patientId),
          names,
        })
      }),
    )
    // The order is that of last messages, so a page ends at one.
    const nextCursor = found.length < take ? null : (page.at(-1)?.lastMessageId ?? null)
    return { status: 200, body: { items, nextCursor } }
  },
})

/** A proxy sees the threads of those patients for whom they hold the record scope; asked for one patient, the others are refused. */
const withinScope = async (
  context: MessagingContext,
  reading: Reading,
  page: readonly ListedThread[],
  isAskedFor: boolean,
): Promise<readonly ListedThread[]> => {
  if (reading.access.reach === 'organization') return page
  const within = new Set<string>()
  for (const patientId of new Set(page.map((thread) => thread.patientId))) {
    try {
      await requireRecordScope(context, reading, patientId)
      within.add(patientId)
    } catch (error) {
      if (isAskedFor || !(error instanceof Problem) || (error.status !== 403 && error.status !== 404)) throw error
    }
  }
  return page.filter(({ patientId }) => within.has(patientId))
}
