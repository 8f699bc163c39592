import { isUuid } from '../../../platform/database/ids/require-uuid.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { threadRead } from '../events.ts'
import { authorOf } from '../model/thread.ts'
import type { MessagingContext } from '../ports.ts'
import { countUnread, isMessageOf, upsertReadMarker } from '../store/messages.ts'
import { readThread } from '../store/threads.ts'
import { requireRecordScope } from '../workflows/require-record-scope.ts'

export const markThreadRead = operation<MessagingContext>()('markThreadRead', {
  gather: async ({ path: { threadId } }, ports, context) => {
    const thread = await readThread(context.db, context, threadId)
    await requireRecordScope(ports, context, thread.patientId)
    return thread
  },
  keep: async ({ body: { messageId } }, thread, context) => {
    const { tx, caller, access, emit } = context
    access.touch(thread.patientId)
    if (!isUuid(messageId) || !(await isMessageOf(tx, thread.id, messageId))) throw notFound('message_unknown')
    const reader = authorOf(caller)
    await upsertReadMarker(tx, context, thread.id, reader, messageId)
    await emit(threadRead(thread, reader))
    const unread = await countUnread(tx, thread.id, reader.id)
    return { status: 200, body: { threadId: thread.id, patientId: thread.patientId, unread } }
  },
})
