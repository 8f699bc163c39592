import { isKnownForm } from '../../../platform/database/ids/known-id.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { threadRead } from '../events.ts'
import { authorOf } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { countUnread, isMessageOf, markRead } from '../store/messages.ts'
import { readThread } from '../store/threads.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'

export const markThreadRead = operation<MessagingContext>()('markThreadRead', {
  gather: async ({ path: { threadId } }, context, reading) => {
    const thread = await readThread(reading.db, reading, threadId)
    await requireRecordScope(context, reading, thread.patientId)
    return thread
  },
  keep: async ({ body: { messageId } }, thread, keeping) => {
    const { tx, caller, access, emit } = keeping
    access.touch(thread.patientId)
    if (!isKnownForm(messageId) || !(await isMessageOf(tx, thread.id, messageId))) throw notFound('message_unknown')
    const reader = authorOf(caller)
    await markRead(tx, keeping, thread.id, reader, messageId)
    await emit(threadRead(thread, reader))
    const unread = await countUnread(tx, thread.id, reader.id)
    return { status: 200, body: { threadId: thread.id, patientId: thread.patientId, unread } }
  },
})
