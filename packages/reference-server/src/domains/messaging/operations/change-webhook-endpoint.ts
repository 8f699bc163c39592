import { operation } from '../../../platform/contracts/operation.ts'
import { webhookEndpointChanged } from '../events.ts'
import type { MessagingContext } from '../ports.ts'
import { versionConflict } from '../problems.ts'
import {
  presentEndpoint,
  readEndpoint,
  readEndpointList,
  replaceEndpoint,
  replaceEndpointList,
} from '../store/webhooks.ts'
import { requireValidEndpoint } from '../workflows/require-valid-endpoint.ts'
import { requireEndpointCapacity } from '../workflows/require-endpoint-capacity.ts'

export const changeWebhookEndpoint = operation<MessagingContext>()('changeWebhookEndpoint', {
  gather: async ({ path, body }, ports, { db }) => {
    const before = await readEndpoint(db, path.endpointId)
    await requireValidEndpoint(ports, { url: body.url, events: body.events })
    const isEnabled = body.status === 'active' && before.status === 'disabled'
    return { before, enables: isEnabled ? await readEndpointList(db) : null, most: ports.policy.webhooks.maxEndpoints }
  },
  decide: ({ body }, { before, enables, most }, { caller }) => {
    if (before.version !== body.version) throw versionConflict()
    if (enables !== null) requireEndpointCapacity(enables, most, 'turned-on')
    const status = body.status ?? before.status
    const after = {
      ...before,
      url: body.url ?? before.url,
      events: body.events === undefined ? before.events : [...new Set(body.events)],
      status,
      statusReason: status === 'active' ? null : (before.statusReason ?? ('member' as const)),
      failingSince: status === 'active' ? null : before.failingSince,
      version: before.version + 1,
    }
    return {
      writes: [
        replaceEndpoint(after, before),
        ...(enables === null ? [] : [replaceEndpointList(caller.organizationId, enables)]),
      ],
      events: [webhookEndpointChanged(after)],
      answer: { status: 200, body: presentEndpoint(after) },
    }
  },
})
