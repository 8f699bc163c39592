import { events as eventDeclarations } from '@visitkit/contract/events'
import type { MessagingContext } from '../ports.ts'
import type { Endpoint } from '../store/webhooks.ts'
import { addressNotAllowed, eventNotPermitted, unknownEvent } from '../problems.ts'

/** Throws unless the address may receive deliveries, and each event is one that webhooks support and the organization's policy permits. */
export const requireValidEndpoint = async (
  { webhooks, policy, reads }: MessagingContext,
  { url, events }: { readonly url: string | undefined; readonly events: Endpoint['events'] | undefined },
): Promise<void> => {
  if (events?.some((event) => event !== '*' && !policy.webhooks.events.includes(event))) throw unknownEvent()
  if (events?.some((event) => event !== '*' && !reads.webhookMayCarry(eventDeclarations[event].readBy)))
    throw eventNotPermitted()
  if (url === undefined) return
  const reason = await webhooks.validateAddress(url)
  if (reason !== null) throw addressNotAllowed(reason)
}
