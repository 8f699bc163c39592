import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { TransmissionHandler } from '../../../../platform/partners/transmission.ts'
import { ProcessorRefusal } from '../../../../vendors/payments/problems.ts'
import type { PaymentProcessor, Refund } from '../../../../vendors/payments/provider.ts'
import type { BillingPorts } from '../../ports.ts'
import { gatherRefund, settleRefund } from '../workflows/settle-refund.ts'
import { findRefund, replaceRefund } from '../store/refunds.ts'

interface RefundPayload {
  readonly refundId: string
  readonly paymentReference: string
  readonly amountCents: number
}

/**
 * Sends a refund once: the transmission's id is the idempotency key. The processor forgets the key after a day, and a dead letter may be
 * retried after a week. So from the second attempt on, the refund is looked up before it is requested.
 */
export const sendRefund = ({ payments }: Pick<BillingPorts, 'payments'>): TransmissionHandler<Refund | null> => ({
  kind: 'refund',
  partTwo: {
    discloses: 'none',
    why: 'A refund names an amount and the number of a payment.',
  },
  send: async ({ id, organizationId, payload, attempt }, signal) => {
    const processor = payments.of(organizationId)
    if (processor === null) throw new PartnerUnavailable('no-processor')
    const request = payload as RefundPayload
    const made = attempt > 1 ? await findEarlierRefund(processor, request, signal) : null
    if (made !== null) return made
    try {
      return await processor.refund({ idempotencyKey: id, ...request }, signal)
    } catch (error) {
      if (error instanceof ProcessorRefusal) return null
      throw error
    }
  },
  conclude: async (context, { subjectId }, outcome) => {
    const { db, now } = context
    const before = await findRefund(db, 'id', subjectId)
    if (before === null) return { answer: undefined }
    if ('expired' in outcome) {
      // It may have succeeded: the processor is polled (reconcile-payments.ts) before the money is available again.
      if (before.status !== 'sending') return { answer: undefined }
      return { writes: [replaceRefund({ status: 'unanswered', reference: null }, before, now)], answer: undefined }
    }
    const { response } = outcome
    const loaded = await gatherRefund(db, before)
    const changed = settleRefund(context, loaded, response?.state ?? 'failed', response?.reference ?? null)
    return { ...changed, answer: undefined }
  },
  audit: { entity: 'Payment', because: 'billing', purpose: 'HPAYMT' },
})

const findEarlierRefund = async (
  processor: PaymentProcessor,
  request: RefundPayload,
  signal: AbortSignal,
): Promise<Refund | null> => {
  try {
    return await processor.findRefund(request, signal)
  } catch (error) {
    // A processor that does not know the payment says nothing about the money, so no refund is requested on that response.
    if (error instanceof ProcessorRefusal) throw new PartnerUnavailable('not-looked-for', { cause: error })
    throw error
  }
}
