import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { presentEndpoint, listEndpoints } from '../store/webhooks.ts'

export const listWebhookEndpoints = operation<MessagingContext>()('listWebhookEndpoints', {
  read: async (_input, _, { db }) => ({
    status: 200,
    body: { items: (await listEndpoints(db)).map(presentEndpoint) },
  }),
})
