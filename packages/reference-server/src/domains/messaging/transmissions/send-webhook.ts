import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import { signWebhook } from '../../../vendors/notifications/webhooks/sign-webhook.ts'
import { webhookEndpointChanged } from '../events.ts'
import type { WebhookPayload } from '../model/webhook-payload.ts'
import type { MessagingContext } from '../ports.ts'
import {
  findEndpoint,
  findWebhookDelivery,
  openSecret,
  updateEndpoint,
  updateWebhookDelivery,
  type Endpoint,
} from '../store/webhooks.ts'
import type { SystemReading } from '../workflows/system-reading.ts'
import { EndpointRests } from '../model/endpoint-rests.ts'

type Answered =
  | { readonly status: number }
  /** Nothing was sent: the endpoint was turned off meanwhile. */
  | { readonly off: true }

/** The receiver is gone for good (RFC 9110, 15.5.11; Standard Webhooks, "Retry schedule"). */
const gone = 410
const isSuccess = (status: number): boolean => status >= 200 && status < 300

/** One delivery to an integrator. Success is 2xx; everything else but 410 is tried again under the same `webhook-id`. */
export const sendWebhook = (context: MessagingContext, read: SystemReading): TransmissionHandler<Answered> => {
  const rests = new EndpointRests()
  return {
    kind: 'webhook',
    concurrency: 32,
    send: async ({ organizationId, subjectId, payload }, signal) => {
      const { endpointId, body } = payload as WebhookPayload
      const reading = read(organizationId, 'send-webhook')
      const endpoint = await findEndpoint(reading.db, endpointId)
      if (endpoint?.status !== 'active') return { off: true }
      const retryAfterMs = rests.restOf(endpointId, reading.now)
      if (retryAfterMs > 0) throw new PartnerUnavailable('endpoint-resting', { retryAfterMs })
      const secret = await openSecret(reading.db, reading, endpointId)
      const headers = signWebhook(secret, { id: subjectId, at: reading.now, body })
      try {
        const status = await context.webhooks.post({
          url: endpoint.url,
          headers,
          body,
          signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
        })
        if (!isSuccess(status) && status !== gone) throw new PartnerUnavailable(`http-${status}`)
        rests.answered(endpointId)
        return { status }
      } catch (error) {
        rests.failed(endpointId, reading.now)
        throw error
      }
    },
    settle: async (keeping, { subjectId, attempt, payload }, outcome) => {
      const { tx, now, emit } = keeping
      const { endpointId } = payload as WebhookPayload
      const endpoint = await findEndpoint(tx, endpointId, 'lock')
      const delivery = await findWebhookDelivery(tx, endpointId, subjectId, 'lock')
      if (endpoint === null || delivery === null) return
      const said =
        'expired' in outcome
          ? outcome.lastFault
          : 'off' in outcome.answer
            ? 'endpoint-disabled'
            : String(outcome.answer.status)
      const isDelivered = 'answer' in outcome && 'status' in outcome.answer && isSuccess(outcome.answer.status)
      await updateWebhookDelivery(tx, {
        ...delivery,
        status: isDelivered ? 'delivered' : 'failed',
        transmissionId: null,
        attempts: delivery.attempts + attempt,
        lastAnswer: said,
        settledAt: now,
      })
      const after = afterAnswer(
        endpoint,
        isDelivered,
        said === String(gone),
        'expired' in outcome,
        delivery.createdAt,
        now,
      )
      await updateEndpoint(tx, after)
      if (after.status !== endpoint.status) await emit(webhookEndpointChanged(after))
    },
    audit: { entity: 'WebhookDelivery', because: 'integration' },
    disclosed: (answer) => 'status' in answer,
  }
}

/** An endpoint that took nothing from the first delivery that was given up until now is turned off, for its owner to see. */
const afterAnswer = (
  endpoint: Endpoint,
  isDelivered: boolean,
  isGone: boolean,
  hasExpired: boolean,
  queuedAt: Date,
  now: Date,
): Endpoint => {
  if (isDelivered) return { ...endpoint, lastDeliveredAt: now, failingSince: null }
  if (endpoint.status !== 'active') return endpoint
  const heardSince = endpoint.lastDeliveredAt !== null && endpoint.lastDeliveredAt >= queuedAt
  if (isGone || (hasExpired && !heardSince))
    return {
      ...endpoint,
      status: 'disabled',
      statusReason: 'failing',
      failingSince: endpoint.failingSince ?? queuedAt,
      version: endpoint.version + 1,
    }
  return endpoint
}
