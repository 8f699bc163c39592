import { pageOf } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { presentMessages } from '../presenters/present-messages.ts'
import { presentThreadSummary } from '../presenters/present-thread-summary.ts'
import { gatherThread } from '../workflows/gather-thread.ts'

export const getThread = operation<MessagingContext>()('getThread', {
  read: async ({ path: { threadId }, query }, _, context, ports) => {
    const { thread, fetched, take, files, reading, ...texts } = await gatherThread(ports, context, threadId, query)
    const { items, nextCursor } = pageOf(fetched, { after: null, take })
    const messages = presentMessages(items, files, texts.names, context.caller)
    return {
      status: 200,
      body: { ...presentThreadSummary(thread, { ...texts, unread: reading.unread }), messages, nextCursor },
    }
  },
})
