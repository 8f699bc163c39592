import { pageOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { countUnread } from '../store/messages.ts'
import { describeMessages } from '../workflows/describe-messages.ts'
import { summarizeThread } from '../presenters/summarize-thread.ts'
import { gatherThread } from '../workflows/gather-thread.ts'

export const getThread = operation<MessagingContext>()('getThread', {
  read: async ({ path: { threadId }, query }, _, reading, context) => {
    const { thread, subject, fetched, take, names, patient } = await gatherThread(context, reading, threadId, query)
    const unread = await countUnread(reading.db, thread.id, reading.caller.personId)
    const { items, nextCursor } = pageOf(fetched, { after: null, take })
    const messages = await describeMessages(reading.db, reading, items, names)
    return {
      status: 200,
      body: { ...summarizeThread(thread, { subject, unread, patient, names }), messages, nextCursor },
    }
  },
})
