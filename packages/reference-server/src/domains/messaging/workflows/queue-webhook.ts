import type { components } from '@visitkit/contract'
import { enqueueWithFact } from '../../../platform/partners/enqueue-transmission.ts'
import type { NewTransmission } from '../../../platform/contracts/transmission.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import {
  updateWebhookDeliveryStatement,
  insertWebhookDeliveryStatement,
  type WebhookDelivery,
} from '../store/webhooks.ts'
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

/** Stores one delivery of one event to one endpoint, which is sent after the commit. */
export const queueWebhook = async (
  context: WriteContext,
  policy: MessagingPolicy['webhooks'],
  endpointId: string,
  event: DeliverableEvent,
): Promise<WebhookDelivery> => {
  const delivery: WebhookDelivery = {
    id: context.newId(),
    endpointId,
    event: event.type,
    eventId: event.id,
    patientId: patientOf(event),
    // Like the event, it contains only ids, codes, times and versions.
    body: { type: event.type, timestamp: event.at, eventId: event.id, version: event.version, data: event.data },
    status: 'queued',
    transmissionId: null,
    attempts: 0,
    lastResponse: null,
    createdAt: context.now,
    settledAt: null,
  }
  const { tx, caller } = context
  const transmissionId = await enqueueWithFact(
    context,
    'messaging',
    webhookTransmission(context, policy, delivery),
    (id) => insertWebhookDeliveryStatement(tx, caller.organizationId, { ...delivery, transmissionId: id }),
  )
  return { ...delivery, transmissionId }
}

/** Sends a delivery again under its own id. */
export const resendWebhook = async (
  context: WriteContext,
  policy: MessagingPolicy['webhooks'],
  delivery: WebhookDelivery,
): Promise<WebhookDelivery> => {
  const queued: WebhookDelivery = { ...delivery, status: 'queued', settledAt: null }
  const transmissionId = await enqueueWithFact(
    context,
    'messaging',
    webhookTransmission(context, policy, queued),
    (id) => updateWebhookDeliveryStatement(context.tx, { ...queued, transmissionId: id }),
  )
  return { ...queued, transmissionId }
}

const webhookTransmission = (
  { now }: WriteContext,
  { expireAfterHours }: MessagingPolicy['webhooks'],
  { id, endpointId, body, patientId }: WebhookDelivery,
): NewTransmission => {
  const payload: WebhookPayload = { endpointId, body: JSON.stringify(body) }
  const expiresAt = new Date(now.getTime() + expireAfterHours * 3_600_000)
  return { kind: 'webhook', subjectId: id, patientId, payload, expiresAt }
}
