import type { RefundStatus } from '../../kernel/model/refund-status.ts'

const minutes = 60_000
const days = 24 * 60 * minutes

/**
 * When the processor is asked after a refund again, as the report may be lost; null when there is nothing to ask. By the first look nobody
 * works any more on an attempt that was given up. A bank may send money back for thirty days after it seemed to have arrived
 * (docs.stripe.com/refunds#failed-refunds).
 */
export const nextRefundPoll = (status: RefundStatus, requestedAt: Date, now: Date): Date | null => {
  if (status === 'unanswered' || status === 'pending') return new Date(now.getTime() + 10 * minutes)
  const isRecent = now.getTime() - requestedAt.getTime() < 30 * days
  return status === 'succeeded' && isRecent ? new Date(now.getTime() + days) : null
}
