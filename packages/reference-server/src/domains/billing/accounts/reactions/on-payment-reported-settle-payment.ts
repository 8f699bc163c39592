import { onEvent } from '../../../../platform/contracts/reaction.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { Refund } from '../../../../vendors/payments/provider.ts'
import type { BillingContext } from '../../ports.ts'
import { settlePayment, type CheckoutStatusUpdate } from '../workflows/settle-payment.ts'
import { postExternalRefund, settleRefund } from '../workflows/settle-refund.ts'
import { findPayment } from '../store/payments.ts'
import { lockRefund } from '../store/refunds.ts'

type LoadedReport =
  | { readonly kind: 'checkout'; readonly paymentId: string; readonly update: CheckoutStatusUpdate }
  | { readonly kind: 'refund'; readonly update: Refund }
  | null

const timeoutMs = 10_000

/**
 * Reports arrive late, twice and out of order, so the processor is asked for the current state. Only the failure of a delayed payment is in
 * the report alone.
 */
export const onPaymentReportedSettlePayment = onEvent<BillingContext>()(
  ['billing.payment-reported'],
  'billing.settle-payment-on-payment-reported',
  {
    gather: async ({ organizationId, data }, { payments }, { db }): Promise<LoadedReport> => {
      const processor = payments.of(organizationId)
      if (processor === null) return null
      const reference = data.reference
      const signal = AbortSignal.timeout(timeoutMs)
      if (data.kind === 'refund') {
        return { kind: 'refund', update: await processor.readRefund(reference, signal) }
      }
      const payment = await findPayment(db, 'reference', reference)
      if (payment === null) return null
      const { state, paymentReference } = await processor.readCheckout(reference, signal)
      const reported = data.state
      return {
        kind: 'checkout',
        paymentId: payment.id,
        update: { state: state === 'processing' && reported === 'failed' ? 'failed' : state, paymentReference },
      }
    },
    keep: async (_, gathered, context) => {
      if (gathered === null) return
      if (gathered.kind === 'checkout') return settlePayment(context, gathered.paymentId, gathered.update)
      const { update } = gathered
      const { reference, refundId, state } = update
      // The id may not be ours: a person at the processor's dashboard can enter any value.
      const asked = refundId !== null && isUuid(refundId) ? await lockRefund(context.tx, 'id', refundId) : null
      const refund = asked ?? (await lockRefund(context.tx, 'reference', reference))
      if (refund) await settleRefund(context, refund, state, reference)
      else await postExternalRefund(context, update)
    },
  },
)
