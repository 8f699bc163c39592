import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { MessagingContext } from '../ports.ts'
import { resendWebhook } from '../workflows/queue-webhook.ts'
import { presentWebhookDelivery, findWebhookDelivery, readEndpoint } from '../store/webhooks.ts'

export const replayWebhookDelivery = operation<MessagingContext>()('replayWebhookDelivery', {
  gather: async (_, { policy }) => policy.webhooks,
  keep: async ({ path: { endpointId, deliveryId } }, policy, context) => {
    const { id } = await readEndpoint(context.tx, endpointId)
    const delivery = await findWebhookDelivery(context.tx, id, deliveryId, 'for-update')
    if (delivery === null) throw notFound('delivery_unknown')
    // A delivery that is still queued is not sent twice.
    const after = delivery.status === 'queued' ? delivery : await resendWebhook(context, policy, delivery)
    return { status: 200, body: presentWebhookDelivery(after) }
  },
})
