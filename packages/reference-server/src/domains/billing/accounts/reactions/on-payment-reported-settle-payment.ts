import { nothingToDo, onEvent } from '../../../../platform/contracts/reaction.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Refund } from '../../../../vendors/payments/provider.ts'
import type { BillingContext } from '../../ports.ts'
import {
  gatherAccountOf,
  settlePayment,
  type CheckoutStatusUpdate,
  type LoadedPayment,
} from '../workflows/settle-payment.ts'
import {
  findReported,
  gatherRefund,
  gatherRefundable,
  postExternalRefund,
  settleRefund,
  type LoadedRefund,
  type RefundablePayment,
} from '../workflows/settle-refund.ts'
import type { EncryptedPart } from '../../kernel/store/faulty-parts.ts'
import { faultOfCheckout, faultOfRefund } from '../model/report-fault.ts'
import { encryptReport, holdReport, textOfReport, type HeldReport } from '../workflows/hold-report.ts'
import { findPayment } from '../store/payments.ts'

type LoadedReport =
  | { readonly kind: 'held'; readonly parts: readonly EncryptedPart[] }
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
    gather: async (
      { organizationId, data, at: reportedAt },
      { payments },
      context,
    ): Promise<LoadedReport | typeof nothingToDo> => {
      const processor = payments.of(organizationId)
      if (processor === null) return nothingToDo
      const reference = data.reference
      const signal = AbortSignal.timeout(timeoutMs)
      const { db } = context
      const at = new Date(reportedAt)
      if (data.kind === 'refund')
        return gatherReportedRefund(context, await processor.readRefund(reference, signal), at)
      const payment = await findPayment(db, 'reference', reference)
      const checkout = await processor.readCheckout(reference, signal)
      const fault = faultOfCheckout(checkout, payment)
      if (fault !== null) return held(context, { name: reference, at, fault, text: textOfReport(checkout) })
      if (payment === null) return nothingToDo
      const { state, paymentReference } = checkout
      const loaded = await gatherAccountOf(db, payment)
      const reported = data.state
      const update = {
        state: state === 'processing' && reported === 'failed' ? 'failed' : state,
        paymentReference,
      } as const
      return { kind: 'checkout', loaded, update }
    },
    decide: (_, report, context) => {
      if (report.kind === 'held') return { ...holdReport(report.parts), answer: undefined }
      if (report.kind === 'external-refund') return postExternalRefund(context, report.refundable, report.update)
      const changed =
        report.kind === 'checkout'
          ? settlePayment(context, report.loaded, report.update)
          : settleRefund(context, report.loaded, report.update.state, report.update.reference)
      return { ...changed, answer: undefined }
    },
  },
)

const held = async (context: ReadContext, report: HeldReport): Promise<LoadedReport> => ({
  kind: 'held',
  parts: await encryptReport(context, report),
})

const gatherReportedRefund = async (
  context: ReadContext,
  update: Refund,
  at: Date,
): Promise<LoadedReport | typeof nothingToDo> => {
  const { db } = context
  const { reference, paymentReference } = update
  const { refund, payment } = await findReported(db, update)
  const fault = faultOfRefund(update, refund, payment)
  if (fault !== null) {
    const early = fault === 'refund_unknown' ? { paymentReference } : {}
    return held(context, { name: reference, at, fault, text: textOfReport(update), ...early })
  }
  if (refund !== null) return { kind: 'refund', loaded: await gatherRefund(db, refund), update }
  if (payment === null) return nothingToDo
  return { kind: 'external-refund', refundable: await gatherRefundable(db, payment), update }
}
