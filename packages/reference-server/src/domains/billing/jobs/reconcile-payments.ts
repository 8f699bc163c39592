import type { DomainJob } from '../../../domain-module.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { AnyKysely } from '../../../platform/seams.ts'
import { ProcessorRefusal } from '../../../vendors/payments/problems.ts'
import type { BillingPorts } from '../ports.ts'
import { settlePayment } from '../settle-payment.ts'
import { unsettledPayments } from '../store/payments.ts'
import type { RunForOrganization } from './run-for-organization.ts'

const name = 'billing.reconcile-payments'
const atATime = 20
/** By then a report would have been here. Milliseconds. */
const heardWithin = 2 * 60_000

/** Asks after payments of which nothing was heard for a while: a report that was lost must not lose money. */
export const reconcilePayments = (
  { payments, directory }: Pick<BillingPorts, 'payments' | 'directory'>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
): DomainJob => ({
  name,
  everySeconds: 60,
  run: async (now) => {
    const begunBefore = new Date(now.getTime() - heardWithin)
    for (const organizationId of await directory.organizationIds()) {
      const processor = payments.of(organizationId)
      if (processor === null) continue
      for (const { id, reference } of await unsettledPayments(readerOf(organizationId), begunBefore, atATime)) {
        try {
          const news = await processor.readCheckout(reference, AbortSignal.timeout(10_000))
          await run(organizationId, name, now, (keeping) => settlePayment(keeping, id, news))
        } catch (error) {
          // Away: the next look finds it again. Unknown there: nobody can have paid it.
          if (error instanceof PartnerUnavailable) break
          if (!(error instanceof ProcessorRefusal)) throw error
          const gone = { state: 'expired', paymentReference: null } as const
          await run(organizationId, name, now, (keeping) => settlePayment(keeping, id, gone))
        }
      }
    }
  },
})
