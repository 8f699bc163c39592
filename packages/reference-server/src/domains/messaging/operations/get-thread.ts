import { pageOf } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { countUnread } from '../store/messages.ts'
import { presentMessages } from '../workflows/present-messages.ts'
import { presentThreadSummary } from '../presenters/present-thread-summary.ts'
import { gatherThread } from '../workflows/gather-thread.ts'

export const getThread = operation<MessagingContext>()('getThread', {
  read: async ({ path: { threadId }, query }, _, context, ports) => {
    const { thread, subject, fetched, take, names, patient } = await gatherThread(ports, context, threadId, query)
    const unread = await countUnread(context.db, thread.id, context.caller.personId)
    const { items, nextCursor } = pageOf(fetched, { after: null, take })
    const messages = await presentMessages(context.db, context, items, names)
    return {
      status: 200,
      body: { ...presentThreadSummary(thread, { subject, unread, patient, names }), messages, nextCursor },
    }
  },
})
