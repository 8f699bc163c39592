import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { Conclude, TransmissionHandler } from '../../../platform/partners/transmission.ts'
import { signWebhook } from '../../../vendors/notifications/webhooks/sign-webhook.ts'
import { webhookEndpointChanged } from '../events.ts'
import type { WebhookPayload } from '../model/webhook-payload.ts'
import type { MessagingContext } from '../ports.ts'
import {
  decryptSecret,
  disableEndpoint,
  findEndpoint,
  findWebhookDelivery,
  recordDelivered,
  replaceWebhookDelivery,
  type Endpoint,
  type WebhookDelivery,
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
    partTwo: {
      discloses: 'none',
      why: 'It goes to a system that works for the organization (42 CFR 2.12(c)(4)), with ids and codes; no event says what a visit is about.',
    },
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
    conclude,
    audit: { entity: 'WebhookDelivery', because: 'integration' },
    disclosed: (response) => 'status' in response,
  }
}

const conclude: Conclude<Answered> = async ({ db, now }, { subjectId, attempt, payload }, outcome) => {
  const { endpointId } = payload as WebhookPayload
  const [endpoint, delivery] = await Promise.all([
    findEndpoint(db, endpointId),
    findWebhookDelivery(db, endpointId, subjectId),
  ])
  if (endpoint === null || delivery === null) return { answer: undefined }
  const lastResponse =
    'expired' in outcome
      ? outcome.lastFault
      : 'off' in outcome.response
        ? 'endpoint-disabled'
        : String(outcome.response.status)
  const isDelivered = 'response' in outcome && 'status' in outcome.response && isSuccess(outcome.response.status)
  const settled: WebhookDelivery = {
    ...delivery,
    status: isDelivered ? 'delivered' : 'failed',
    transmissionId: null,
    attempts: delivery.attempts + attempt,
    lastResponse,
    settledAt: now,
  }
  const write = replaceWebhookDelivery(settled, delivery)
  if (isDelivered) return { writes: [write, recordDelivered(endpointId, now)], answer: undefined }
  const isDead = lastResponse === String(gone) || ('expired' in outcome && !wasDeliveredSince(endpoint, delivery))
  if (!isDead || endpoint.status !== 'active') return { writes: [write], answer: undefined }
  const disabled: Endpoint = {
    ...endpoint,
    status: 'disabled',
    statusReason: 'failing',
    failingSince: endpoint.failingSince ?? delivery.createdAt,
    version: endpoint.version + 1,
  }
  return {
    writes: [write, disableEndpoint(disabled, endpoint)],
    events: [webhookEndpointChanged(disabled)],
    answer: undefined,
  }
}

/** An endpoint that accepted nothing since a delivery that was given up is turned off; its owner can see it. */
const wasDeliveredSince = ({ lastDeliveredAt }: Endpoint, { createdAt }: WebhookDelivery): boolean =>
  lastDeliveredAt !== null && lastDeliveredAt >= createdAt
