import { operation } from '../../../platform/contracts/operation.ts'
import { webhookEndpointChanged } from '../events.ts'
import type { MessagingContext } from '../ports.ts'
import { versionConflict } from '../problems.ts'
import { presentEndpoint, lockEndpoints, readEndpoint, updateEndpoint } from '../store/webhooks.ts'
import { requireValidEndpoint } from '../workflows/require-valid-endpoint.ts'
import { requireEndpointCapacity } from '../workflows/require-endpoint-capacity.ts'

export const changeWebhookEndpoint = operation<MessagingContext>()('changeWebhookEndpoint', {
  gather: async ({ path, body }, ports, context) => {
    await readEndpoint(context.db, path.endpointId)
    await requireValidEndpoint(ports, { url: body.url, events: body.events })
    return ports.policy.webhooks.maxEndpoints
  },
  keep: async ({ path: { endpointId }, body }, most, { tx, caller, emit }) => {
    await lockEndpoints(tx, caller.organizationId)
    const before = await readEndpoint(tx, endpointId, 'for-update')
    if (before.version !== body.version) throw versionConflict()
    const status = body.status ?? before.status
    if (status === 'active' && before.status === 'disabled') await requireEndpointCapacity(tx, most, 'turned-on')
    const after = {
      ...before,
      url: body.url ?? before.url,
      events: body.events === undefined ? before.events : [...new Set(body.events)],
      status,
      statusReason: status === 'active' ? null : (before.statusReason ?? ('member' as const)),
      failingSince: status === 'active' ? null : before.failingSince,
      version: before.version + 1,
    }
    await updateEndpoint(tx, after)
    await emit(webhookEndpointChanged(after))
    return { status: 200, body: presentEndpoint(after) }
  },
})
