import { operation } from '../../../platform/contracts/operation.ts'
import { webhookEndpointChanged } from '../events.ts'
import type { MessagingContext } from '../ports.ts'
import { versionConflict } from '../problems.ts'
import { describeEndpoint, lockEndpoints, readEndpoint, updateEndpoint } from '../store/webhooks.ts'
import { checkEndpoint } from '../workflows/check-endpoint.ts'
import { requireRoom } from '../workflows/require-room.ts'

export const changeWebhookEndpoint = operation<MessagingContext>()('changeWebhookEndpoint', {
  gather: async ({ path, body }, context, reading) => {
    await readEndpoint(reading.db, path.endpointId)
    await checkEndpoint(context, { url: body.url, events: body.events })
    return context.policy.webhooks.maxEndpoints
  },
  keep: async ({ path: { endpointId }, body }, most, { tx, caller, emit }) => {
    await lockEndpoints(tx, caller.organizationId)
    const before = await readEndpoint(tx, endpointId, 'lock')
    if (before.version !== body.version) throw versionConflict()
    const status = body.status ?? before.status
    if (status === 'active' && before.status === 'disabled') await requireRoom(tx, most, 'turned-on')
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
    return { status: 200, body: describeEndpoint(after) }
  },
})
