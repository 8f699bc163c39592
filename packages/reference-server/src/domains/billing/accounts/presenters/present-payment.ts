import type { components } from '@visitkit/contract'
import type { Payment } from '../store/payments.ts'

type PaymentSchema = components['schemas']['Payment']

const statusOf = ({ status, amountCents, refundedCents }: Payment): PaymentSchema['status'] => {
  if (status === 'processing') return 'open'
  if (status !== 'paid' || refundedCents === 0) return status
  return refundedCents === amountCents ? 'refunded' : 'partially-refunded'
}

/** `checkoutUrl` while the checkout can be paid. */
export const presentPayment = (payment: Payment, checkoutUrl: string | null = null): PaymentSchema => ({
  id: payment.id,
  patientId: payment.patientId,
  amountCents: payment.amountCents,
  refundedCents: payment.refundedCents,
  status: statusOf(payment),
  ...(checkoutUrl !== null && payment.status === 'open' && { checkoutUrl }),
  createdAt: payment.beganAt.toISOString(),
  ...(payment.paidAt && { paidAt: payment.paidAt.toISOString() }),
})
