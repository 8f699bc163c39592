import { operation } from '../../../platform/contracts/operation.ts'
import { newWebhookSecret } from '../../../vendors/notifications/webhooks/sign-webhook.ts'
import { webhookEndpointChanged } from '../events.ts'
import type { MessagingContext } from '../ports.ts'
import {
  insertEndpoint,
  presentEndpoint,
  readEndpointList,
  replaceEndpointList,
  type Endpoint,
} from '../store/webhooks.ts'
import { requireValidEndpoint } from '../workflows/require-valid-endpoint.ts'
import { requireEndpointCapacity } from '../workflows/require-endpoint-capacity.ts'

export const addWebhookEndpoint = operation<MessagingContext>()('addWebhookEndpoint', {
  gather: async ({ body }, ports, { db }) => {
    await requireValidEndpoint(ports, body)
    return { list: await readEndpointList(db), most: ports.policy.webhooks.maxEndpoints, secret: newWebhookSecret() }
  },
  decide: ({ body }, { list, most, secret }, { caller, now, newId }) => {
    requireEndpointCapacity(list, most, 'another')
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
    return {
      writes: [insertEndpoint(endpoint, secret), replaceEndpointList(caller.organizationId, list)],
      events: [webhookEndpointChanged(endpoint)],
      answer: { status: 201, body: { ...presentEndpoint(endpoint), secret } },
    }
  },
})
