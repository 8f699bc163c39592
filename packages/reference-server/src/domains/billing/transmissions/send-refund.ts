import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import { ProcessorRefusal } from '../../../vendors/payments/problems.ts'
import type { Refund } from '../../../vendors/payments/provider.ts'
import type { BillingPorts } from '../ports.ts'
import { settleRefund } from '../settle-refund.ts'
import { lockRefund, updateRefund } from '../store/refunds.ts'

interface RefundPayload {
  readonly refundId: string
  readonly paymentReference: string
  readonly amountCents: number
}

/** Gives money back, once: the transmission's id is the key under which the processor recognises a repeat. */
export const sendRefund = ({ payments }: Pick<BillingPorts, 'payments'>): TransmissionHandler<Refund | null> => ({
  kind: 'refund',
  send: async ({ id, organizationId, payload }, signal) => {
    const processor = payments.of(organizationId)
    if (processor === null) throw new PartnerUnavailable('no-processor')
    try {
      return await processor.refund({ idempotencyKey: id, ...(payload as RefundPayload) }, signal)
    } catch (error) {
      if (error instanceof ProcessorRefusal) return null
      throw error
    }
  },
  settle: async (keeping, { subjectId }, outcome) => {
    if ('expired' in outcome) {
      // It may have gone through: the processor is asked whether it did (reconcile-payments.ts) before the money is anybody's again.
      const before = await lockRefund(keeping.tx, 'id', subjectId)
      if (before?.status === 'sending') await updateRefund(keeping, before, 'unanswered', null)
      return
    }
    const { answer } = outcome
    await settleRefund(keeping, { id: subjectId }, answer?.state ?? 'failed', answer?.reference ?? null)
  },
  audit: { entity: 'Payment', because: 'billing', purpose: 'HPAYMT' },
})
