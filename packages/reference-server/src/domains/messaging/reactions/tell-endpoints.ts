import { nothingToDo, type Reaction } from '../../../domain-module.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { MessagingContext } from '../ports.ts'
import { queueWebhook } from '../queue-webhook.ts'
import { endpointsFor } from '../store/webhooks.ts'

interface Wanted {
  readonly policy: MessagingPolicy['webhooks']
  readonly endpointIds: readonly string[]
}

/** Every event that integrators may be told; most organizations have nobody who wants to be told of most. */
export const tellEndpoints = ({
  webhooks,
}: Pick<MessagingPolicy, 'webhooks'>): Reaction<MessagingContext, Wanted> => ({
  event: webhooks.events,
  consumer: 'messaging.tell-endpoints',
  gather: async ({ type }, { policy }, { db }) => {
    const endpointIds = await endpointsFor(db, type)
    return endpointIds.length === 0 ? nothingToDo : { policy: policy.webhooks, endpointIds }
  },
  keep: async (told, { policy, endpointIds }, keeping) => {
    for (const endpointId of endpointIds) await queueWebhook(keeping, policy, endpointId, told)
  },
})
