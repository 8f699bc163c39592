import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import { signWebhook } from '../../../vendors/notifications/webhooks/sign-webhook.ts'
import { webhookEndpointChanged } from '../events.ts'
import type { WebhookPayload } from '../model/webhook-payload.ts'
import type { MessagingContext } from '../ports.ts'
import {
  findEndpoint,
  findWebhookDelivery,
  decryptSecret,
  updateEndpoint,
  updateWebhookDelivery,
  type Endpoint,
} from '../store/webhooks.ts'
import type { SystemReadContext } from '../workflows/system-read-context.ts'
import { EndpointCircuitBreaker } from '../model/endpoint-circuit-breaker.ts'

type Answered =
  | { readonly status: number }
  /** Nothing was sent, because the endpoint was turned off in the meantime. */
  | { readonly off: true }

/** The receiver is permanently gone (RFC 9110, 15.5.11; Standard Webhooks, "Retry schedule"). */
const gone = 410
const isSuccess = (status: number): boolean => status >= 200 && status < 300

/** One delivery to an integrator. 2xx is success. Everything else except 410 is retried under the same `webhook-id`. */
export const sendWebhook = (ports: MessagingContext, read: SystemReadContext): TransmissionHandler<Answered> => {
  const circuitBreaker = new EndpointCircuitBreaker()
  return {
    kind: 'webhook',
    concurrency: 32,
    send: async ({ organizationId, subjectId, payload }, signal) => {
      const { endpointId, body } = payload as WebhookPayload
      const context = read(organizationId, 'send-webhook')
      const endpoint = await findEndpoint(context.db, endpointId)
      if (endpoint?.status !== 'active') return { off: true }
      const retryAfterMs = circuitBreaker.retryAfterMs(endpointId, context.now)
      if (retryAfterMs > 0) throw new PartnerUnavailable('endpoint-resting', { retryAfterMs })
      const secret = await decryptSecret(context.db, context, endpointId)
      const headers = signWebhook(secret, { id: subjectId, at: context.now, body })
      try {
        const status = await ports.webhooks.post({
          url: endpoint.url,
          headers,
          body,
          signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
        })
        if (!isSuccess(status) && status !== gone) throw new PartnerUnavailable(`http-${status}`)
        circuitBreaker.recordSuccess(endpointId)
        return { status }
      } catch (error) {
        circuitBreaker.recordFailure(endpointId, context.now)
        throw error
      }
    },
    settle: async (context, { subjectId, attempt, payload }, outcome) => {
      const { tx, now, emit } = context
      const { endpointId } = payload as WebhookPayload
      const endpoint = await findEndpoint(tx, endpointId, 'for-update')
      const delivery = await findWebhookDelivery(tx, endpointId, subjectId, 'for-update')
      if (endpoint === null || delivery === null) return
      const lastResponse =
        'expired' in outcome
          ? outcome.lastFault
          : 'off' in outcome.response
            ? 'endpoint-disabled'
            : String(outcome.response.status)
      const isDelivered = 'response' in outcome && 'status' in outcome.response && isSuccess(outcome.response.status)
      await updateWebhookDelivery(tx, {
        ...delivery,
        status: isDelivered ? 'delivered' : 'failed',
        transmissionId: null,
        attempts: delivery.attempts + attempt,
        lastResponse,
        settledAt: now,
      })
      const after = afterAnswer(
        endpoint,
        isDelivered,
        lastResponse === String(gone),
        'expired' in outcome,
        delivery.createdAt,
        now,
      )
      await updateEndpoint(tx, after)
      if (after.status !== endpoint.status) await emit(webhookEndpointChanged(after))
    },
    audit: { entity: 'WebhookDelivery', because: 'integration' },
    disclosed: (response) => 'status' in response,
  }
}

/** An endpoint that accepted nothing since the first delivery that was given up is turned off; its owner can see it. */
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
  const wasDeliveredSince = endpoint.lastDeliveredAt !== null && endpoint.lastDeliveredAt >= queuedAt
  if (isGone || (hasExpired && !wasDeliveredSince))
    return {
      ...endpoint,
      status: 'disabled',
      statusReason: 'failing',
      failingSince: endpoint.failingSince ?? queuedAt,
      version: endpoint.version + 1,
    }
  return endpoint
}
