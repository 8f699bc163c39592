import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { queueWebhook } from '../workflows/queue-webhook.ts'
import { presentWebhookDelivery, readEndpoint } from '../store/webhooks.ts'

export const testWebhookEndpoint = operation<MessagingContext>()('testWebhookEndpoint', {
  gather: async (_, { policy }) => policy.webhooks,
  keep: async ({ path: { endpointId } }, policy, context) => {
    const { tx, caller, now, newId } = context
    const { id } = await readEndpoint(tx, endpointId)
    const delivery = await queueWebhook(context, policy, id, {
      id: newId(),
      type: 'webhook.test',
      organizationId: caller.organizationId,
      at: now.toISOString(),
      version: 1,
      data: { endpointId: id },
    })
    return { status: 201, body: presentWebhookDelivery(delivery) }
  },
})
