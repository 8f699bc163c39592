import { nothingToDo, onEvent } from '../../../../platform/contracts/reaction.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { Refund } from '../../../../vendors/payments/provider.ts'
import type { BillingContext } from '../../ports.ts'
import {
  gatherAccountOf,
  settlePayment,
  type CheckoutStatusUpdate,
  type LoadedPayment,
} from '../workflows/settle-payment.ts'
import {
  gatherRefund,
  gatherRefundable,
  postExternalRefund,
  settleRefund,
  type LoadedRefund,
  type RefundablePayment,
} from '../workflows/settle-refund.ts'
import { findPayment } from '../store/payments.ts'
import { findRefund } from '../store/refunds.ts'

type LoadedReport =
  | { readonly kind: 'checkout'; readonly loaded: LoadedPayment; readonly update: CheckoutStatusUpdate }
  | { readonly kind: 'refund'; readonly loaded: LoadedRefund; readonly update: Refund }
  | { readonly kind: 'external-refund'; readonly refundable: RefundablePayment; readonly update: Refund }

const timeoutMs = 10_000

/**
 * Reports arrive late, twice and out of order, so the processor is asked for the current state. Only the failure of a delayed payment is in
 * the report alone.
 */
export const onPaymentReportedSettlePayment = onEvent<BillingContext>()(
  ['billing.payment-reported'],
  'billing.settle-payment-on-payment-reported',
  {
    gather: async ({ organizationId, data }, { payments }, { db }): Promise<LoadedReport | typeof nothingToDo> => {
      const processor = payments.of(organizationId)
      if (processor === null) return nothingToDo
      const reference = data.reference
      const signal = AbortSignal.timeout(timeoutMs)
      if (data.kind === 'refund') return gatherReportedRefund(db, await processor.readRefund(reference, signal))
      const payment = await findPayment(db, 'reference', reference)
      if (payment === null) return nothingToDo
      const [{ state, paymentReference }, loaded] = await Promise.all([
        processor.readCheckout(reference, signal),
        gatherAccountOf(db, payment),
      ])
      const reported = data.state
      const update = {
        state: state === 'processing' && reported === 'failed' ? 'failed' : state,
        paymentReference,
      } as const
      return { kind: 'checkout', loaded, update }
    },
    decide: (_, report, context) => {
      if (report.kind === 'external-refund') return postExternalRefund(context, report.refundable, report.update)
      const changed =
        report.kind === 'checkout'
          ? settlePayment(context, report.loaded, report.update)
          : settleRefund(context, report.loaded, report.update.state, report.update.reference)
      return { ...changed, answer: undefined }
    },
  },
)

const gatherReportedRefund = async (db: AnyKysely, update: Refund): Promise<LoadedReport | typeof nothingToDo> => {
  const { reference, refundId, paymentReference } = update
  // The id may not be ours: a person at the processor's dashboard can enter any value.
  const asked = refundId !== null && isUuid(refundId) ? await findRefund(db, 'id', refundId) : null
  const refund = asked ?? (await findRefund(db, 'reference', reference))
  if (refund !== null) return { kind: 'refund', loaded: await gatherRefund(db, refund), update }
  const payment = await findPayment(db, 'payment_reference', paymentReference)
  // Of a payment that is not ours.
  if (payment === null) return nothingToDo
  return { kind: 'external-refund', refundable: await gatherRefundable(db, payment), update }
}
