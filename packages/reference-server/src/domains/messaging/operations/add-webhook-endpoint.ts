import { operation } from '../../../platform/contracts/operation.ts'
import { newWebhookSecret } from '../../../vendors/notifications/webhooks/sign-webhook.ts'
import { webhookEndpointChanged } from '../events.ts'
import type { MessagingContext } from '../ports.ts'
import { describeEndpoint, insertEndpoint, lockEndpoints, type Endpoint } from '../store/webhooks.ts'
import { checkEndpoint } from '../workflows/check-endpoint.ts'
import { requireRoom } from '../workflows/require-room.ts'

export const addWebhookEndpoint = operation<MessagingContext>()('addWebhookEndpoint', {
  gather: async ({ body }, context) => {
    await checkEndpoint(context, body)
    return context.policy.webhooks.maxEndpoints
  },
  keep: async ({ body }, most, keeping) => {
    const { tx, caller, now, newId, emit } = keeping
    await lockEndpoints(tx, caller.organizationId)
    await requireRoom(tx, most, 'another')
    const endpoint: Endpoint = {
      id: newId(),
      url: body.url,
      events: [...new Set(body.events)],
      status: 'active',
      statusReason: null,
      failingSince: null,
      lastDeliveredAt: null,
      createdAt: now,
      version: 1,
    }
    const secret = newWebhookSecret()
    await insertEndpoint(tx, keeping, endpoint, secret)
    await emit(webhookEndpointChanged(endpoint))
    return { status: 201, body: { ...describeEndpoint(endpoint), secret } }
  },
})
