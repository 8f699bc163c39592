import { operation } from '../../../platform/contracts/operation.ts'
import type { MessagingContext } from '../ports.ts'
import { queueWebhook } from '../workflows/queue-webhook.ts'
import { presentWebhookDelivery, readEndpoint } from '../store/webhooks.ts'

export const testWebhookEndpoint = operation<MessagingContext>()('testWebhookEndpoint', {
  gather: async ({ path }, { policy }, { db }) => ({
    policy: policy.webhooks,
    endpoint: await readEndpoint(db, path.endpointId),
  }),
  decide: (_, { policy, endpoint: { id } }, context) => {
    const { delivery, change } = queueWebhook(context, policy, id, {
      id: context.newId(),
      type: 'webhook.test',
      organizationId: context.caller.organizationId,
      at: context.now.toISOString(),
      version: 1,
      data: { endpointId: id },
    })
    return { ...change, answer: { status: 201, body: presentWebhookDelivery(delivery) } }
  },
})
