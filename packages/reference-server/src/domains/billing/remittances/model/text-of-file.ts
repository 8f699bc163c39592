import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'

type Days = Pick<BillingPolicy, 'fileRetentionDays'>
const day = 86_400_000

/** Until when the text of a file that was resolved outside Visitkit can still be read, in case that was a mistake. */
export const textRetainedUntil = (resolvedAt: Date, { fileRetentionDays }: Days): Date =>
  new Date(resolvedAt.getTime() + fileRetentionDays * day)

/** Files that were resolved at or before this time have no text any more. */
export const deleteTextsBefore = (now: Date, { fileRetentionDays }: Days): Date =>
  new Date(now.getTime() - fileRetentionDays * day)
