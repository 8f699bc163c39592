import { operation } from '../../../../platform/contracts/operation.ts'
import { enqueueTransmission } from '../../../../platform/partners/enqueue-transmission.ts'
import type { BillingContext } from '../../ports.ts'
import { amountTooLarge, noProcessor, paymentNotPaid } from '../../problems.ts'
import { postRefund } from '../workflows/settle-refund.ts'
import { readPayment } from '../store/payments.ts'
import { insertRefund } from '../store/refunds.ts'
import { presentPayment } from '../presenters/present-payment.ts'

export const refundPayment = operation<BillingContext>()('refundPayment', {
  gather: async ({ path }, { payments, policy }, { caller, db, access }) => {
    await readPayment(db, { caller, access }, path.paymentId)
    if (payments.of(caller.organizationId) === null) throw noProcessor()
    return { policy }
  },
  keep: async ({ path, body }, { policy }, context) => {
    const { tx, now, newId } = context
    const before = await readPayment(tx, context, path.paymentId, 'for-update')
    const { id: paymentId, patientId, paymentReference } = before
    if (before.status !== 'paid' || paymentReference === null) throw paymentNotPaid()
    if (body.amountCents > before.amountCents - before.refundedCents) throw amountTooLarge()
    const after = await postRefund(context, before, body.amountCents)
    const refundId = newId()
    const { amountCents, reason } = body
    const refund = { id: refundId, paymentId, patientId, amountCents, reason, status: 'sending' as const }
    await insertRefund(context, { ...refund, reference: null })
    await enqueueTransmission(context, 'billing', {
      kind: 'refund',
      subjectId: refundId,
      patientId,
      payload: { refundId, paymentReference, amountCents },
      // While the processor still knows the idempotency key. After that it is polled (reconcile-payments.ts).
      expiresAt: new Date(now.getTime() + policy.refundHours * 3_600_000),
    })
    return { status: 200, body: presentPayment(after) }
  },
})
