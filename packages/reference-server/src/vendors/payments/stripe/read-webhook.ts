import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { ReplayGuard } from '../../video/replay-guard.ts'
import { signatureInvalid } from '../problems.ts'
import type { Checkout, CheckoutState, PaymentReport, PaymentWebhookRequest } from '../provider.ts'
import { fieldsOf, readCheckout, readRefund } from './read-object.ts'

/** Maximum age of a report, and maximum lead of the sender's clock: Stripe's own default. */
const toleranceMs = 5 * 60_000

const headerLimit = 2048

/** `t=1700000000,v1=<hex>`, with several v1 while a secret is being replaced. */
const readHeader = (header: string): { seconds: number; signatures: readonly Buffer[] } => {
  if (header.length > headerLimit) throw signatureInvalid('header too long')
  const parts = header.split(',').map((part): [string, string] => {
    const at = part.indexOf('=')
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
  })
  const stamps = parts.filter(([name]) => name === 't').map(([, value]) => value)
  const [stamp] = stamps
  if (stamps.length !== 1 || stamp === undefined || !/^\d{9,11}$/.test(stamp))
    throw signatureInvalid('timestamp unreadable')
  const signatures = parts
    .filter(([name, value]) => name === 'v1' && /^[0-9a-f]{64}$/.test(value))
    .map(([, value]) => Buffer.from(value, 'hex'))
  return { seconds: Number(stamp), signatures }
}

const verify = ({ rawBody, headers, now }: PaymentWebhookRequest, secret: string, replays: ReplayGuard): void => {
  const header = headers['stripe-signature']
  if (!header) throw signatureInvalid('signature missing')
  const { seconds, signatures } = readHeader(header)
  const expected = createHmac('sha256', secret).update(`${seconds}.`).update(rawBody).digest()
  if (!signatures.some((given) => timingSafeEqual(given, expected))) throw signatureInvalid('signature differs')
  // After the signature, so that an old report with a wrong signature is reported as a wrong signature.
  const sentAt = seconds * 1000
  if (Math.abs(now.getTime() - sentAt) > toleranceMs) throw signatureInvalid('timestamp outside five minutes')
  if (!replays.firstTime(expected.toString('base64'), new Date(sentAt + toleranceMs), now))
    throw signatureInvalid('report repeated')
}

/** The state of the checkout by event type, if the object itself does not have it: a delayed payment has failed. */
const checkoutTypes: Readonly<Record<string, CheckoutState | 'as-it-says'>> = {
  'checkout.session.completed': 'as-it-says',
  'checkout.session.expired': 'as-it-says',
  'checkout.session.async_payment_succeeded': 'paid',
  'checkout.session.async_payment_failed': 'failed',
}
/** What these say is in the reports above too, or about no money of a payment. */
const silentTypes =
  /^(payment_intent|payment_method|customer|product|price|setup_intent|balance|mandate)\.|^charge\.(succeeded|pending|captured|updated|refunded|failed|expired|refund\.updated)$|^payout\.(created|updated|paid|reconciliation_completed)$/
const refundTypes: ReadonlySet<string> = new Set(['refund.created', 'refund.updated', 'refund.failed'])

/** The id, type and time of an event; null if the body is no event. */
const headOf = (rawBody: Uint8Array): { id: string; type: string; at: Date; data: unknown } | null => {
  try {
    const { id, type, created, data } = fieldsOf(JSON.parse(Buffer.from(rawBody).toString('utf8')))
    const isHead = typeof id === 'string' && id !== '' && typeof type === 'string' && type !== ''
    // Seconds since 1970, of a time that a Date can have.
    const isTime = typeof created === 'number' && created >= 0 && created < 1e11
    return isHead && isTime ? { id, type, at: new Date(created * 1000), data } : null
  } catch (error) {
    if (error instanceof PartnerUnavailable || error instanceof SyntaxError) return null
    throw error
  }
}

/** What has no id of its own is kept under its digest, so that the same again is a repeat. */
const digestOf = (rawBody: Uint8Array): string =>
  `unread-${createHash('sha256').update(rawBody).digest('hex').slice(0, 24)}`

/**
 * Verifies and reads one event (docs.stripe.com/webhooks): HMAC-SHA256, in hex, with the endpoint's secret over `timestamp.body`.
 * Verifies the signature before it reads anything of the body.
 */
export const readWebhook = (
  request: PaymentWebhookRequest,
  secret: string,
  replays: ReplayGuard,
): PaymentReport | null => {
  verify(request, secret, replays)
  const head = headOf(request.rawBody)
  // It is signed, so it may be about money: a person reads it.
  if (head === null) return { id: digestOf(request.rawBody), at: request.now, kind: 'report_unreadable' }
  const { id, type, at, data } = head
  const state = checkoutTypes[type]
  if (state === undefined && !refundTypes.has(type))
    return silentTypes.test(type) ? null : { id, at, kind: 'report_unknown' }
  try {
    const { object } = fieldsOf(data)
    if (state === undefined) return { id, at, kind: 'refund', refund: readRefund(object) }
    const checkout: Checkout = readCheckout(object)
    return { id, at, kind: 'checkout', checkout: state === 'as-it-says' ? checkout : { ...checkout, state } }
  } catch (error) {
    if (!(error instanceof PartnerUnavailable)) throw error
    // Sent again it would say the same: a person reads it.
    return { id, at, kind: 'report_unreadable' }
  }
}
