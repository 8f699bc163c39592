import type { components } from '@visitkit/contract'
import type { Payment } from '../store/payments.ts'

type Answer = components['schemas']['Payment']

const statusOf = ({ status, amountCents, refundedCents }: Payment): Answer['status'] => {
  if (status === 'processing') return 'open'
  if (status !== 'paid' || refundedCents === 0) return status
  return refundedCents === amountCents ? 'refunded' : 'partly-refunded'
}

/** `checkoutUrl` while somebody can pay there. */
export const answerOfPayment = (payment: Payment, checkoutUrl: string | null = null): Answer => ({
  id: payment.id,
  patientId: payment.patientId,
  amountCents: payment.amountCents,
  refundedCents: payment.refundedCents,
  status: statusOf(payment),
  ...(checkoutUrl !== null && payment.status === 'open' && { checkoutUrl }),
  createdAt: payment.beganAt.toISOString(),
  ...(payment.paidAt && { paidAt: payment.paidAt.toISOString() }),
})
