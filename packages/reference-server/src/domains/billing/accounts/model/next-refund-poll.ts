import type { RefundStatus } from '../../kernel/model/refund-status.ts'

const minutes = 60_000
const days = 24 * 60 * minutes

/**
 * When to poll the processor for a refund again, in case its report was lost; null if there is nothing to poll. The first poll comes after
 * any attempt that was given up has ended. A bank may return money up to thirty days after it seemed to have arrived
 * (docs.stripe.com/refunds#failed-refunds).
 */
export const nextRefundPoll = (status: RefundStatus, requestedAt: Date, now: Date): Date | null => {
  if (status === 'unanswered' || status === 'pending') return new Date(now.getTime() + 10 * minutes)
  const isRecent = now.getTime() - requestedAt.getTime() < 30 * days
  return status === 'succeeded' && isRecent ? new Date(now.getTime() + days) : null
}
