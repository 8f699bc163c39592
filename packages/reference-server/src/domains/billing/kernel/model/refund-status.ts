export type RefundStatus = 'sending' | 'unanswered' | 'pending' | 'succeeded' | 'failed'
