import { nothingToDo, type Reaction } from '../../../platform/contracts/reaction.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import { webhookEndpointChangedType } from '../events.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { MessagingContext } from '../ports.ts'
import { queueWebhook } from '../workflows/queue-webhook.ts'
import { activeEndpoints, type ActiveEndpoint } from '../store/webhooks.ts'

interface Wanted {
  readonly policy: MessagingPolicy['webhooks']
  readonly endpointIds: readonly string[]
}

/** Less than a process may stop delivering for without another taking its place (platform/jobs/keep-leases.ts). Milliseconds. */
const rememberedFor = 5_000

/**
 * Every event that integrators may be told. Most organizations have nobody who wants to be told of most, so who listens is remembered:
 * a change of an endpoint comes through the same queue, in the order in which things happened, and is heard before whatever followed it.
 */
export const tellEndpoints = ({ webhooks }: Pick<MessagingPolicy, 'webhooks'>): Reaction<MessagingContext, Wanted> => {
  const remembered = new Map<string, { readonly endpoints: readonly ActiveEndpoint[]; readonly until: number }>()
  const listening = async (
    { organizationId, type }: DomainEvent,
    db: AnyKysely,
  ): Promise<readonly ActiveEndpoint[]> => {
    if (type === webhookEndpointChangedType) remembered.delete(organizationId)
    const known = remembered.get(organizationId)
    if (known && known.until > performance.now()) return known.endpoints
    const endpoints = await activeEndpoints(db)
    remembered.set(organizationId, { endpoints, until: performance.now() + rememberedFor })
    return endpoints
  }
  return {
    event: [...new Set([...webhooks.events, webhookEndpointChangedType])],
    consumer: 'messaging.tell-endpoints',
    gather: async (event, { policy }, { db }) => {
      const endpoints = await listening(event, db)
      if (!webhooks.events.includes(event.type)) return nothingToDo
      const endpointIds = endpoints.filter(({ events }) => events.some((each) => each === event.type || each === '*'))
      return endpointIds.length === 0
        ? nothingToDo
        : { policy: policy.webhooks, endpointIds: endpointIds.map(({ id }) => id) }
    },
    keep: async (told, { policy, endpointIds }, keeping) => {
      for (const endpointId of endpointIds) await queueWebhook(keeping, policy, endpointId, told)
    },
  }
}
