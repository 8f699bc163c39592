import type { Checkout, Refund as ReportedRefund } from '../../../../vendors/payments/provider.ts'

interface KnownPayment {
  readonly id: string
  readonly amountCents: number
  readonly refundedCents: number
}

/** Why a report of the payment processor waits for a person. */
export type ReportFault = 'payment_unknown' | 'refund_unknown' | 'payment_differs'

/** A page that was not paid moves no money. */
const movesMoney = ({ state }: Pick<Checkout, 'state'>): boolean => state === 'paid' || state === 'processing'

/** What of a checkout is not as the payment that it is for. */
export const faultOfCheckout = (checkout: Checkout, payment: KnownPayment | null): ReportFault | null => {
  if (!movesMoney(checkout)) return null
  if (payment === null) return 'payment_unknown'
  return checkout.amountCents === payment.amountCents && checkout.paymentId === payment.id ? null : 'payment_differs'
}

/** What of a refund does not fit: the one that was asked for, or the payment from which it was made elsewhere. */
export const faultOfRefund = (
  { state, amountCents }: ReportedRefund,
  asked: Pick<KnownPayment, 'amountCents'> | null,
  payment: KnownPayment | null,
): ReportFault | null => {
  if (asked !== null) return asked.amountCents === amountCents ? null : 'payment_differs'
  if (state === 'failed') return null
  if (payment === null) return 'refund_unknown'
  return amountCents <= payment.amountCents - payment.refundedCents ? null : 'payment_differs'
}
