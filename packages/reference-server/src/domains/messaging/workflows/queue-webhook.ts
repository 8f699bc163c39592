import type { components } from '@visitkit/contract'
import type { DecideContext } from '../../../platform/contracts/context.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import type { EnqueuedTransmission } from '../../../platform/contracts/transmission.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import { insertWebhookDelivery, replaceWebhookDelivery, type WebhookDelivery } from '../store/webhooks.ts'
import type { WebhookPayload } from '../model/webhook-payload.ts'

type WebhookEventType = components['schemas']['WebhookEventType']

/** An event that webhooks can subscribe to, or a test event. */
export type DeliverableEvent =
  | DomainEvent<WebhookEventType>
  | (Omit<DomainEvent, 'type' | 'data'> & {
      readonly type: 'webhook.test'
      readonly data: { readonly endpointId: string }
    })

const patientOf = ({ data }: DeliverableEvent): string | null => ('patientId' in data ? data.patientId : null)

interface QueuedWebhook {
  readonly delivery: WebhookDelivery
  readonly change: {
    readonly writes: readonly Write[]
    readonly transmissions: readonly EnqueuedTransmission[]
  }
}

/** Stores one delivery of one event to one endpoint, which is sent after the commit. */
export const queueWebhook = (
  context: Pick<DecideContext, 'now' | 'newId'>,
  policy: MessagingPolicy['webhooks'],
  endpointId: string,
  event: DeliverableEvent,
): QueuedWebhook => {
  const transmissionId = context.newId()
  const delivery: WebhookDelivery = {
    id: context.newId(),
    endpointId,
    event: event.type,
    eventId: event.id,
    patientId: patientOf(event),
    // Like the event, it contains only ids, codes, times and versions.
    body: { type: event.type, timestamp: event.at, eventId: event.id, version: event.version, data: event.data },
    status: 'queued',
    transmissionId,
    attempts: 0,
    lastResponse: null,
    createdAt: context.now,
    settledAt: null,
  }
  return {
    delivery,
    change: {
      writes: [insertWebhookDelivery(delivery)],
      transmissions: [{ ...webhookTransmission(context, policy, transmissionId, delivery), isFirst: true }],
    },
  }
}

/** Sends a delivery again under its own id. */
export const resendWebhook = (
  context: Pick<DecideContext, 'now' | 'newId'>,
  policy: MessagingPolicy['webhooks'],
  before: WebhookDelivery,
): QueuedWebhook => {
  const transmissionId = context.newId()
  const delivery: WebhookDelivery = { ...before, status: 'queued', transmissionId, settledAt: null }
  return {
    delivery,
    change: {
      writes: [replaceWebhookDelivery(delivery, before)],
      transmissions: [webhookTransmission(context, policy, transmissionId, delivery)],
    },
  }
}

const webhookTransmission = (
  { now }: Pick<DecideContext, 'now'>,
  { expireAfterHours }: MessagingPolicy['webhooks'],
  transmissionId: string,
  { id, endpointId, body, patientId }: WebhookDelivery,
): EnqueuedTransmission => {
  const payload: WebhookPayload = { endpointId, body: JSON.stringify(body) }
  const expiresAt = new Date(now.getTime() + expireAfterHours * 3_600_000)
  return { id: transmissionId, kind: 'webhook', subjectId: id, patientId, visitId: null, payload, expiresAt }
}
