import { onEvent } from '../../../../platform/contracts/reaction.ts'
import { isKnownForm } from '../../../../platform/database/ids/known-id.ts'
import type { Refund } from '../../../../vendors/payments/provider.ts'
import type { BillingContext } from '../../ports.ts'
import { settlePayment, type CheckoutNews } from '../workflows/settle-payment.ts'
import { bookForeignRefund, settleRefund } from '../workflows/settle-refund.ts'
import { findPayment } from '../store/payments.ts'
import { lockRefund } from '../store/refunds.ts'

type Gathered =
  | { readonly kind: 'checkout'; readonly paymentId: string; readonly news: CheckoutNews }
  | { readonly kind: 'refund'; readonly news: Refund }
  | null

const timeoutMs = 10_000

/**
 * Reports come late, twice and out of order, so what counts is what the processor says when it is asked. Only that awaited money will not
 * come stands in the report alone.
 */
export const onPaymentReportedSettle = onEvent<BillingContext>()(
  ['billing.payment-reported'],
  'billing.settle-on-payment-reported',
  {
    gather: async ({ organizationId, data }, { payments }, { db }): Promise<Gathered> => {
      const processor = payments.of(organizationId)
      if (processor === null) return null
      const reference = data.reference
      const signal = AbortSignal.timeout(timeoutMs)
      if (data.kind === 'refund') {
        return { kind: 'refund', news: await processor.readRefund(reference, signal) }
      }
      const payment = await findPayment(db, 'reference', reference)
      if (payment === null) return null
      const { state, paymentReference } = await processor.readCheckout(reference, signal)
      const said = data.state
      return {
        kind: 'checkout',
        paymentId: payment.id,
        news: { state: state === 'processing' && said === 'failed' ? 'failed' : state, paymentReference },
      }
    },
    keep: async (_, gathered, keeping) => {
      if (gathered === null) return
      if (gathered.kind === 'checkout') return settlePayment(keeping, gathered.paymentId, gathered.news)
      const { news } = gathered
      const { reference, refundId, state } = news
      // An id that is none of ours may stand there as well: whoever works at the processor's desk may write what they like.
      const asked = refundId !== null && isKnownForm(refundId) ? await lockRefund(keeping.tx, 'id', refundId) : null
      const refund = asked ?? (await lockRefund(keeping.tx, 'reference', reference))
      if (refund) await settleRefund(keeping, refund, state, reference)
      else await bookForeignRefund(keeping, news)
    },
  },
)
