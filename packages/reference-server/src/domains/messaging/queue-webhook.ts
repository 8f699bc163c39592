import { enqueueTransmission } from '../../platform/partners/enqueue-transmission.ts'
import type { DomainEvent, Keeping } from '../../platform/seams.ts'
import type { MessagingPolicy } from './model/messaging-policy.ts'
import { insertWebhookDelivery, updateWebhookDelivery, type WebhookDelivery } from './store/webhooks.ts'
import type { WebhookPayload } from './transmissions/send-webhook.ts'

const patientOf = ({ data }: Pick<DomainEvent, 'data'>): string | null =>
  typeof data['patientId'] === 'string' ? data['patientId'] : null

/** Stores one delivery of one event to one endpoint, to be sent after the commit. */
export const queueWebhook = async (
  keeping: Keeping,
  policy: MessagingPolicy['webhooks'],
  endpointId: string,
  event: DomainEvent,
): Promise<WebhookDelivery> => {
  const delivery: WebhookDelivery = {
    id: keeping.newId(),
    endpointId,
    event: event.type,
    eventId: event.id,
    patientId: patientOf(event),
    // Thin, as the event is: ids, codes, times, versions.
    body: { type: event.type, timestamp: event.at, eventId: event.id, version: event.version, data: event.data },
    status: 'queued',
    transmissionId: null,
    attempts: 0,
    lastAnswer: null,
    createdAt: keeping.now,
    settledAt: null,
  }
  await insertWebhookDelivery(keeping.tx, keeping.caller.organizationId, delivery)
  return sendAgain(keeping, policy, delivery)
}

/** Sends a delivery under its own id, for the first time or once more. */
export const sendAgain = async (
  keeping: Keeping,
  policy: MessagingPolicy['webhooks'],
  delivery: WebhookDelivery,
): Promise<WebhookDelivery> => {
  const payload: WebhookPayload = { endpointId: delivery.endpointId, body: JSON.stringify(delivery.body) }
  const transmissionId = await enqueueTransmission(keeping, 'messaging', {
    kind: 'webhook',
    subjectId: delivery.id,
    patientId: delivery.patientId,
    payload,
    expiresAt: new Date(keeping.now.getTime() + policy.giveUpHours * 3_600_000),
  })
  const queued: WebhookDelivery = { ...delivery, status: 'queued', transmissionId, settledAt: null }
  await updateWebhookDelivery(keeping.tx, queued)
  return queued
}
