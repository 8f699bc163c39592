import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { threadRead } from '../events.ts'
import { authorOf } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { findReading, isMessageOf, markRead } from '../store/messages.ts'
import { readThread } from '../store/threads.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'

export const markThreadRead = operation<MessagingContext>()('markThreadRead', {
  gather: async ({ path: { threadId }, body: { messageId } }, ports, context) => {
    const { db, access, caller } = context
    const thread = await readThread(db, context, threadId)
    await requireRecordScope(ports, context, thread.patientId)
    access.touch(thread.patientId)
    if (!isUuid(messageId) || !(await isMessageOf(db, thread.id, messageId))) throw notFound('message_unknown')
    return { thread, ...(await findReading(db, thread.id, caller.personId, messageId)) }
  },
  decide: ({ body: { messageId } }, { thread, readTo, unread }, { caller, newId }) => {
    const { id: threadId, patientId } = thread
    const reader = authorOf(caller)
    return {
      writes: [markRead(readTo, { id: newId(), threadId, reader, messageId })],
      events: [threadRead(thread, reader)],
      answer: { status: 200, body: { threadId, patientId, unread } },
    }
  },
})
