import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { amountTooLarge, noProcessor, paymentNotPaid } from '../../problems.ts'
import { gatherRefundable, postRefund } from '../workflows/settle-refund.ts'
import { readPayment } from '../store/payments.ts'
import { insertRefund } from '../store/refunds.ts'
import { presentPayment } from '../presenters/present-payment.ts'

export const refundPayment = operation<BillingContext>()('refundPayment', {
  gather: async ({ path }, { payments, policy }, context) => {
    const payment = await readPayment(context.db, context, path.paymentId)
    if (payments.of(context.caller.organizationId) === null) throw noProcessor()
    return { refundable: await gatherRefundable(context.db, payment), policy }
  },
  decide: ({ body: { amountCents, reason } }, { refundable, policy }, context) => {
    const { now, newId } = context
    const { id: paymentId, patientId, status, paymentReference, ...before } = refundable.payment
    if (status !== 'paid' || paymentReference === null) throw paymentNotPaid()
    if (amountCents > before.amountCents - before.refundedCents) throw amountTooLarge()
    context.access.touch(patientId)
    const { payment: after, writes, events } = postRefund(context, refundable, amountCents)
    const refundId = newId()
    const requested = { id: refundId, paymentId, patientId, amountCents, reason, status: 'sending' } as const
    return {
      writes: [...writes, insertRefund({ ...requested, reference: null, requestedAt: now }, now, false)],
      events,
      transmissions: [
        {
          id: newId(),
          kind: 'refund',
          subjectId: refundId,
          patientId,
          visitId: null,
          payload: { refundId, paymentReference, amountCents },
          // While the processor still knows the idempotency key. After that it is polled (reconcile-payments.ts).
          expiresAt: new Date(now.getTime() + policy.refundHours * 3_600_000),
        },
      ],
      answer: { status: 200, body: presentPayment(after) },
    }
  },
})
