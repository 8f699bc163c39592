import type { PayloadModel } from './read-events.ts'

/** Live messages that the stream itself sends, without an operation that reads their data. */
const streamMessages: ReadonlySet<string> = new Set(['session.ended', 'signal', 'resync'])

/**
 * Lists the faults of the event models and live messages, one sentence each. A payload contains ids, codes, times and versions only,
 * because it is stored unencrypted and sent to webhooks.
 */
export const lintEvents = (
  events: readonly PayloadModel[],
  liveMessages: readonly PayloadModel[],
  operationIds: ReadonlySet<string>,
  /** Members of the webhook event enumeration. */
  webhookEventTypes: readonly string[],
): string[] => {
  const faults: string[] = []
  const seen = new Set<string>()
  for (const each of [...events, ...liveMessages]) {
    const fault = (text: string): void => void faults.push(`${each.type}: ${text}`)
    if (seen.has(each.type)) fault('is declared by two models.')
    seen.add(each.type)
    if (!each.description) fault('has no doc comment. Describe what happened.')
    for (const operation of each.readBy)
      if (!operationIds.has(operation)) fault(`has @readBy("${operation}"), which is no operation.`)
    for (const { name, phi } of each.properties) if (phi !== null) fault(`${name} ${phi}. Payloads are thin.`)
    if (each.webhook && each.readBy.length === 0) fault('is for webhooks and has no @readBy.')
  }
  for (const { type } of events)
    if (!/^[a-z][a-z_]*\.[a-z]+(-[a-z]+)*$/.test(type))
      faults.push(`${type}: is not named like scheduling.appointment-booked.`)
  const webhooks = events.flatMap(({ type, webhook }) => (webhook ? [type] : []))
  for (const type of webhooks)
    if (!webhookEventTypes.includes(type)) faults.push(`${type}: is for webhooks and missing in WebhookEventType.`)
  for (const type of webhookEventTypes)
    if (!webhooks.includes(type)) faults.push(`WebhookEventType: ${type} is no event with @webhook.`)
  for (const { type, readBy } of liveMessages)
    if (readBy.length === 0 && !streamMessages.has(type)) faults.push(`${type}: has no @readBy.`)
  return faults
}
