import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { presentThread } from '../presenters/present-thread.ts'
import { gatherThread } from '../workflows/gather-thread.ts'

export const getThread = operation<MessagingContext>()('getThread', {
  read: async ({ path: { threadId }, query }, _, context, ports) => ({
    status: 200,
    body: presentThread(await gatherThread(ports, context, threadId, query), context.caller),
  }),
})
