import type { Reaction } from '../../../domain-module.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { MessagingContext } from '../ports.ts'
import { queueWebhook } from '../queue-webhook.ts'
import { endpointsFor } from '../store/webhooks.ts'

interface Wanted {
  readonly policy: MessagingPolicy['webhooks']
  readonly endpointIds: readonly string[]
}

/** One reaction for each event that integrators may be told. */
export const tellEndpoints = ({
  webhooks,
}: Pick<MessagingPolicy, 'webhooks'>): readonly Reaction<MessagingContext, Wanted>[] =>
  webhooks.events.map((event) => ({
    event,
    consumer: `messaging.webhook-${event}`,
    gather: async (_, { policy }, { db }) => ({
      policy: policy.webhooks,
      endpointIds: await endpointsFor(db, event),
    }),
    keep: async (told, { policy, endpointIds }, keeping) => {
      for (const endpointId of endpointIds) await queueWebhook(keeping, policy, endpointId, told)
    },
  }))
