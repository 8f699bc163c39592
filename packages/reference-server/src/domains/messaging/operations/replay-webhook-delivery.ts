import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { MessagingContext } from '../ports.ts'
import { resendWebhook } from '../workflows/queue-webhook.ts'
import { findWebhookDelivery, presentWebhookDelivery, readEndpoint, type WebhookDelivery } from '../store/webhooks.ts'

export const replayWebhookDelivery = operation<MessagingContext>()('replayWebhookDelivery', {
  gather: async ({ path: { endpointId, deliveryId } }, { policy }, { db }) => {
    const { id } = await readEndpoint(db, endpointId)
    const delivery = await findWebhookDelivery(db, id, deliveryId)
    if (delivery === null) throw notFound('delivery_unknown')
    return { policy: policy.webhooks, before: delivery }
  },
  decide: (_, { policy, before }, context) => {
    const answerOf = (delivery: WebhookDelivery) => ({ status: 200 as const, body: presentWebhookDelivery(delivery) })
    // A delivery that is still queued is not sent twice.
    if (before.status === 'queued') return { answer: answerOf(before) }
    const { delivery, change } = resendWebhook(context, policy, before)
    return { ...change, answer: answerOf(delivery) }
  },
})
