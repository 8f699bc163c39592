import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { MessagingContext } from '../ports.ts'
import { sendAgain } from '../workflows/queue-webhook.ts'
import { describeWebhookDelivery, findWebhookDelivery, readEndpoint } from '../store/webhooks.ts'

export const replayWebhookDelivery = operation<MessagingContext>()('replayWebhookDelivery', {
  gather: async (_, { policy }) => policy.webhooks,
  keep: async ({ path: { endpointId, deliveryId } }, policy, keeping) => {
    const { id } = await readEndpoint(keeping.tx, endpointId)
    const delivery = await findWebhookDelivery(keeping.tx, id, deliveryId, 'lock')
    if (delivery === null) throw notFound('delivery_unknown')
    // Still under way: asking twice does not send twice.
    const after = delivery.status === 'queued' ? delivery : await sendAgain(keeping, policy, delivery)
    return { status: 200, body: describeWebhookDelivery(after) }
  },
})
