import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { ProcessorRefusal } from '../../../../vendors/payments/problems.ts'
import type { PaymentProcessor } from '../../../../vendors/payments/provider.ts'
import type { BillingPorts } from '../../ports.ts'
import { settlePayment } from '../workflows/settle-payment.ts'
import { settleRefund } from '../workflows/settle-refund.ts'
import { unsettledPayments } from '../store/payments.ts'
import { lockRefund, refundsToLookAt, updateRefund } from '../store/refunds.ts'
import type { RunForOrganization } from '../../kernel/workflows/run-for-organization.ts'

const name = 'billing.reconcile-payments'
const atATime = 20
/** By then a report would have been here. Milliseconds. */
const heardWithin = 2 * 60_000
const inTime = (): AbortSignal => AbortSignal.timeout(10_000)

/** Asks after payments and refunds of which nothing was heard for a while: a report that was lost must not lose money. */
export const reconcilePayments = (
  { payments, directory }: Pick<BillingPorts, 'payments' | 'directory'>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
): DomainJob => {
  const askAfterPayments = async (processor: PaymentProcessor, organizationId: string, now: Date): Promise<void> => {
    const begunBefore = new Date(now.getTime() - heardWithin)
    for (const { id, reference } of await unsettledPayments(readerOf(organizationId), begunBefore, atATime)) {
      // Unknown there: nobody can have paid it.
      const news = await unlessRefused(processor.readCheckout(reference, inTime()))
      await run(organizationId, name, now, (keeping) =>
        settlePayment(keeping, id, news ?? { state: 'expired', paymentReference: null }),
      )
    }
  }

  const askAfterRefunds = async (processor: PaymentProcessor, organizationId: string, now: Date): Promise<void> => {
    for (const { id, reference, paymentReference } of await refundsToLookAt(readerOf(organizationId), now, atATime)) {
      const asked =
        reference === null
          ? processor.findRefund({ refundId: id, paymentReference }, inTime())
          : processor.readRefund(reference, inTime())
      const news = await unlessRefused(asked.then((refund) => ({ refund })))
      await run(organizationId, name, now, async (keeping) => {
        if (news !== null)
          return settleRefund(keeping, { id }, news.refund?.state ?? 'failed', news.refund?.reference ?? null)
        // A processor that does not know the payment, or the refund that it made, says nothing about the money.
        const before = await lockRefund(keeping.tx, 'id', id)
        if (before) await updateRefund(keeping, before, before.status, before.reference)
      })
    }
  }

  return {
    name,
    everySeconds: 60,
    run: async (now) => {
      for (const organizationId of await directory.organizationIds()) {
        const processor = payments.of(organizationId)
        if (processor === null) continue
        try {
          await askAfterPayments(processor, organizationId, now)
          await askAfterRefunds(processor, organizationId, now)
        } catch (error) {
          // Away: the next look finds it again.
          if (!(error instanceof PartnerUnavailable)) throw error
        }
      }
    },
  }
}

/** Null when the processor says that it has no such thing. */
const unlessRefused = async <A>(answer: Promise<A>): Promise<A | null> => {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ProcessorRefusal) return null
    throw error
  }
}
