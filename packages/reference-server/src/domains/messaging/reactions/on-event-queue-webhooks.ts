import { events } from '@visitkit/contract/events'
import type { ReadGate } from '../../../platform/identity/read-gate.ts'
import { nothingToDo, onEvents, type EventPage } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent, EventType } from '../../../platform/contracts/event.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { MessagingContext } from '../ports.ts'
import { queueWebhook } from '../workflows/queue-webhook.ts'
import { listActiveEndpoints, type ActiveEndpoint } from '../store/webhooks.ts'

type WebhookEventType = MessagingPolicy['webhooks']['events'][number]

interface Wanted {
  readonly event: DomainEvent<WebhookEventType>
  readonly endpointIds: readonly string[]
}

/** Milliseconds. Shorter than the time after which another process takes over delivery (platform/jobs/renew-leases.ts). */
const cachedFor = 5_000

/** That a patient decided on a consent of 42 CFR part 2 says what they are treated for. */
const saysOfSubstanceUse = ({ data }: DomainEvent): boolean =>
  'purpose' in data && String(data.purpose).startsWith('part-two-')

/**
 * Queues a webhook for each event and each endpoint that subscribes to it, if the policy allows webhooks for the event. Most organizations
 * have no endpoint for most events, so the endpoints are cached. A change of an endpoint arrives in the same queue, in commit order, before
 * the events that follow it.
 */
export const onEventQueueWebhooks = ({ webhooks }: Pick<MessagingPolicy, 'webhooks'>) => {
  const remembered = new Map<string, { readonly endpoints: readonly ActiveEndpoint[]; readonly until: number }>()
  const endpointsOf = async (organizationId: string, db: AnyKysely): Promise<readonly ActiveEndpoint[]> => {
    const known = remembered.get(organizationId)
    if (known && known.until > performance.now()) return known.endpoints
    const endpoints = await listActiveEndpoints(db)
    remembered.set(organizationId, { endpoints, until: performance.now() + cachedFor })
    return endpoints
  }
  const isDelivered = (event: DomainEvent): event is DomainEvent<WebhookEventType> =>
    webhooks.events.some((each) => each === event.type)
  const subscribed = (type: WebhookEventType, endpoints: readonly ActiveEndpoint[]): string[] =>
    endpoints.flatMap(({ id, events }) => (events.includes(type) || events.includes('*') ? [id] : []))
  const wantedOf = async (page: EventPage, reads: ReadGate, db: AnyKysely): Promise<ReadonlyMap<string, Wanted>> => {
    const wanted = new Map<string, Wanted>()
    for (const event of page) {
      if (event.type === 'messaging.webhook-endpoint-changed') remembered.delete(event.organizationId)
      const endpoints = await endpointsOf(event.organizationId, db)
      if (!isDelivered(event) || saysOfSubstanceUse(event) || !reads.webhookMayCarry(events[event.type].readBy))
        continue
      const endpointIds = subscribed(event.type, endpoints)
      if (endpointIds.length > 0) wanted.set(event.id, { event, endpointIds })
    }
    return wanted
  }
  const types: readonly EventType[] = [
    ...new Set<EventType>([...webhooks.events, 'messaging.webhook-endpoint-changed']),
  ]
  return onEvents<MessagingContext>()(types, 'messaging.queue-webhooks', {
    gather: async (page, { policy, reads }, { db }) => {
      const wanted = await wantedOf(page, reads, db)
      return wanted.size === 0 ? nothingToDo : { policy: policy.webhooks, wanted }
    },
    decide: ({ id }, { policy, wanted }, context) => {
      const found = wanted.get(id)
      if (found === undefined) return nothingToDo
      const queued = found.endpointIds.map(
        (endpointId) => queueWebhook(context, policy, endpointId, found.event).change,
      )
      return {
        writes: queued.flatMap(({ writes }) => writes),
        transmissions: queued.flatMap(({ transmissions }) => transmissions),
        answer: undefined,
      }
    },
  })
}
