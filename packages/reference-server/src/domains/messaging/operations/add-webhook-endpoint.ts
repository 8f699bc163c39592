import { operation } from '../../../platform/contracts/operation.ts'
import { newWebhookSecret } from '../../../vendors/notifications/webhooks/sign-webhook.ts'
import { webhookEndpointChanged } from '../events.ts'
import type { MessagingContext } from '../ports.ts'
import { presentEndpoint, insertEndpoint, lockEndpoints, type Endpoint } from '../store/webhooks.ts'
import { requireValidEndpoint } from '../workflows/require-valid-endpoint.ts'
import { requireEndpointCapacity } from '../workflows/require-endpoint-capacity.ts'

export const addWebhookEndpoint = operation<MessagingContext>()('addWebhookEndpoint', {
  gather: async ({ body }, ports) => {
    await requireValidEndpoint(ports, body)
    return ports.policy.webhooks.maxEndpoints
  },
  keep: async ({ body }, most, context) => {
    const { tx, caller, now, newId, emit } = context
    await lockEndpoints(tx, caller.organizationId)
    await requireEndpointCapacity(tx, most, 'another')
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
    await insertEndpoint(tx, context, endpoint, secret)
    await emit(webhookEndpointChanged(endpoint))
    return { status: 201, body: { ...presentEndpoint(endpoint), secret } }
  },
})
