import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { organizationsWith } from '../../../../platform/system/organizations-with.ts'
import { ProcessorRefusal } from '../../../../vendors/payments/problems.ts'
import type { PaymentProcessor } from '../../../../vendors/payments/provider.ts'
import type { BillingPorts } from '../../ports.ts'
import { listEarlyRefunds } from '../../kernel/store/faulty-parts.ts'
import { faultOfCheckout } from '../model/report-fault.ts'
import { encryptReport, holdReport, textOfReport } from '../workflows/hold-report.ts'
import { postEarlyRefund } from '../workflows/post-early-refund.ts'
import { gatherAccountOf, settlePayment } from '../workflows/settle-payment.ts'
import { gatherRefund, settleRefund } from '../workflows/settle-refund.ts'
import { listUnsettledPayments, readPayment } from '../store/payments.ts'
import { findRefund, listRefundsDueForPolling, replaceRefund } from '../store/refunds.ts'
import type { KeepForOrganization } from '../../kernel/workflows/keep-for-organization.ts'

const name = 'billing.reconcile-payments'
const atATime = 20
/** Milliseconds. A report would have arrived by then. */
const reportedWithin = 2 * 60_000
const inTime = (): AbortSignal => AbortSignal.timeout(10_000)

/** Polls the processor for payments and refunds without a recent report, because a lost report must not lose money. */
export const reconcilePayments = (
  { payments, directory }: Pick<BillingPorts, 'payments' | 'directory'>,
  readerOf: (organizationId: string) => AnyKysely,
  keep: KeepForOrganization,
): DomainJob => {
  const pollPayments = async (
    processor: PaymentProcessor,
    organizationId: string,
    begunBefore: Date,
    now: Date,
  ): Promise<void> => {
    for (const { id, reference } of await listUnsettledPayments(readerOf(organizationId), begunBefore, atATime)) {
      // The processor does not know the checkout, so it cannot have been paid.
      const update = await nullIfRefused(processor.readCheckout(reference, inTime()))
      await keep(organizationId, name, now, async (context) => {
        const payment = await readPayment(context.db, context, id)
        const fault = update && faultOfCheckout(update, payment)
        if (update !== null && fault !== null) {
          const held = { name: reference, at: now, fault, text: textOfReport(update) }
          return { ...holdReport(await encryptReport(context, held)), answer: undefined }
        }
        const loaded = await gatherAccountOf(context.db, payment)
        const changed = settlePayment(context, loaded, update ?? { state: 'expired', paymentReference: null })
        return { ...changed, answer: undefined }
      })
    }
  }

  const pollRefunds = async (processor: PaymentProcessor, organizationId: string, now: Date): Promise<void> => {
    for (const { id, reference, paymentReference } of await listRefundsDueForPolling(
      readerOf(organizationId),
      now,
      atATime,
    )) {
      const asked =
        reference === null
          ? processor.findRefund({ refundId: id, paymentReference }, inTime())
          : processor.readRefund(reference, inTime())
      const update = await nullIfRefused(asked.then((refund) => ({ refund })))
      await keep(organizationId, name, now, async (context) => {
        const before = await findRefund(context.db, 'id', id)
        if (before === null) return { answer: undefined }
        // If the processor does not know the payment, or the refund that it made, the response says nothing about the money.
        if (update === null) return { writes: [replaceRefund(before, before, now)], answer: undefined }
        const { state = 'failed', reference: made = null } = update.refund ?? {}
        return { ...settleRefund(context, await gatherRefund(context.db, before), state, made), answer: undefined }
      })
    }
  }

  /** Refunds that were reported before their payment. */
  const postEarlyRefunds = async (processor: PaymentProcessor, organizationId: string, now: Date): Promise<void> => {
    for (const early of await listEarlyRefunds(readerOf(organizationId), atATime)) {
      const update = await nullIfRefused(processor.readRefund(early.reference, inTime()))
      // What the processor does not know waits for a person.
      if (update !== null) await keep(organizationId, name, now, (context) => postEarlyRefund(context, early, update))
    }
  }

  return {
    name,
    everySeconds: 60,
    run: async (now) => {
      const withProcessor = (await directory.organizationIds()).filter((id) => payments.of(id) !== null)
      const begunBefore = new Date(now.getTime() - reportedWithin)
      const listOf = async (list: string, by: Date): Promise<ReadonlySet<string>> =>
        new Set(await organizationsWith(readerOf(''), list, withProcessor, by))
      const [unsettled, early, refunded] = await Promise.all([
        listOf('billing.unsettled_payments', begunBefore),
        listOf('billing.early_refunds', now),
        listOf('billing.due_refunds', now),
      ])
      for (const organizationId of withProcessor) {
        const processor = payments.of(organizationId)
        if (processor === null) continue
        try {
          if (unsettled.has(organizationId)) await pollPayments(processor, organizationId, begunBefore, now)
          if (early.has(organizationId)) await postEarlyRefunds(processor, organizationId, now)
          if (refunded.has(organizationId)) await pollRefunds(processor, organizationId, now)
        } catch (error) {
          // Unavailable: the next run tries again.
          if (!(error instanceof PartnerUnavailable)) throw error
        }
      }
    },
  }
}

/** Null if the processor responds that the object does not exist. */
const nullIfRefused = async <A>(response: Promise<A>): Promise<A | null> => {
  try {
    return await response
  } catch (error) {
    if (error instanceof ProcessorRefusal) return null
    throw error
  }
}
