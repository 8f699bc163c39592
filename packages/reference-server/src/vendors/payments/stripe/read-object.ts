import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { Checkout, CheckoutState, Refund, RefundState } from '../provider.ts'

/** Reads the needed parts of Stripe's responses. A response of another shape is invalid, and nothing is concluded from it. */

type Fields = Readonly<Record<string, unknown>>

export const fieldsOf = (value: unknown): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformedResponse('not an object')
  return value as Fields
}

const malformedResponse = (what: string): PartnerUnavailable =>
  new PartnerUnavailable(`nonsense:${what.replaceAll(' ', '-')}`)

const text = (fields: Fields, name: string): string => {
  const value = fields[name]
  if (typeof value !== 'string' || value === '' || value.length > 2048) throw malformedResponse(name)
  return value
}

const textOrNull = (fields: Fields, name: string): string | null =>
  fields[name] === null || fields[name] === undefined ? null : text(fields, name)

const cents = (fields: Fields, name: string): number => {
  const value = fields[name]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw malformedResponse(name)
  if (fields['currency'] !== 'usd') throw malformedResponse('currency')
  return value
}

/** An id, or the whole object if Stripe was requested to expand it. */
const reference = (fields: Fields, name: string): string | null => {
  const value = fields[name]
  return typeof value === 'object' && value !== null ? text(value as Fields, 'id') : textOrNull(fields, name)
}

/** A Checkout Session (docs.stripe.com/api/checkout/sessions/object). */
export const readCheckout = (value: unknown): Checkout => {
  const fields = fieldsOf(value)
  if (fields['object'] !== 'checkout.session') throw malformedResponse('object')
  const state = checkoutState(fields['status'], fields['payment_status'])
  return {
    reference: text(fields, 'id'),
    paymentId: text(fields, 'client_reference_id'),
    state,
    amountCents: cents(fields, 'amount_total'),
    url: state === 'open' ? text(fields, 'url') : null,
    paymentReference: reference(fields, 'payment_intent'),
  }
}

const checkoutState = (status: unknown, payment: unknown): CheckoutState => {
  if (status === 'open') return 'open'
  if (status === 'expired') return 'expired'
  // The payer is done. With a delayed payment method the money arrives later, or the payment fails.
  if (status === 'complete' && payment === 'paid') return 'paid'
  if (status === 'complete' && payment === 'unpaid') return 'processing'
  throw malformedResponse('status')
}

/** A Refund (docs.stripe.com/api/refunds/object). */
export const readRefund = (value: unknown): Refund => {
  const fields = fieldsOf(value)
  if (fields['object'] !== 'refund') throw malformedResponse('object')
  const payment = reference(fields, 'payment_intent')
  if (payment === null) throw malformedResponse('payment_intent')
  const metadata = fields['metadata']
  const refundId = typeof metadata === 'object' && metadata !== null ? (metadata as Fields)['refund_id'] : null
  return {
    reference: text(fields, 'id'),
    refundId: typeof refundId === 'string' ? refundId : null,
    paymentReference: payment,
    state: refundState(fields['status']),
    amountCents: cents(fields, 'amount'),
  }
}

/**
 * A complete list of refunds (docs.stripe.com/api/refunds/list). A list with further pages is refused: a refund that is not in it might
 * be on another page.
 */
export const readRefunds = (value: unknown): readonly Refund[] => {
  const { object, data, has_more: hasMore } = fieldsOf(value)
  if (object !== 'list' || hasMore !== false || !Array.isArray(data)) throw malformedResponse('list')
  return data.map(readRefund)
}

const refundState = (status: unknown): RefundState => {
  if (status === 'succeeded') return 'succeeded'
  if (status === 'pending' || status === 'requires_action') return 'pending'
  if (status === 'failed' || status === 'canceled') return 'failed'
  throw malformedResponse('status')
}
