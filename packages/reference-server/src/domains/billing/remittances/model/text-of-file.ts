import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'

type Days = Pick<BillingPolicy, 'forgetFileDays'>
const day = 86_400_000

/** Until when the text of a file that was worked elsewhere can be looked at again, in case that was a mistake. */
export const textRetainedUntil = (resolvedAt: Date, { forgetFileDays }: Days): Date =>
  new Date(resolvedAt.getTime() + forgetFileDays * day)

/** What was worked then or before has no text any more. */
export const deleteTextsBefore = (now: Date, { forgetFileDays }: Days): Date =>
  new Date(now.getTime() - forgetFileDays * day)
