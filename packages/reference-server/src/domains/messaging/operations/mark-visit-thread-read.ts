import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { threadChanged, threadRead } from '../events.ts'
import { authorOf, heard } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { findReading, isMessageOf, markRead } from '../store/messages.ts'
import { threads } from '../store/threads.ts'
import { gatherVisitThread } from '../workflows/gather-visit-thread.ts'

export const markVisitThreadRead = operation<MessagingContext>()('markVisitThreadRead', {
  gather: async ({ path: { visitId }, body: { messageId } }, ports, context) => {
    const { db, caller } = context
    const { visit, thread } = await gatherVisitThread(ports, context, visitId)
    if (thread === null || !isUuid(messageId) || !(await isMessageOf(db, thread.id, messageId)))
      throw notFound('message_unknown')
    return { thread, isLive: visit.endedAt === null, ...(await findReading(db, thread.id, caller.personId, messageId)) }
  },
  decide: ({ body: { messageId } }, { thread: before, isLive, readTo, unread }, { caller, newId }) => {
    const { id: threadId, patientId } = before
    const reader = authorOf(caller)
    // A message that came in the meantime still waits.
    const after = isLive && unread === 0 ? heard(before, reader) : null
    return {
      writes: [
        markRead(readTo, { id: newId(), threadId, reader, messageId }),
        ...(after === null ? [] : [threads.replace(after, before)]),
      ],
      events: [threadRead(before, reader), ...(after === null ? [] : [threadChanged(before, after)])],
      answer: { status: 200, body: { threadId, patientId, unread } },
    }
  },
})
