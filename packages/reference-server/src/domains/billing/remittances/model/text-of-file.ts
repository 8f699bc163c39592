import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'

type Days = Pick<BillingPolicy, 'fileRetentionDays'>
const day = 86_400_000

/** Until when the text of a file that was resolved outside Visitkit is kept. */
export const textRetainedUntil = (resolvedAt: Date, { fileRetentionDays }: Days): Date =>
  new Date(resolvedAt.getTime() + fileRetentionDays * day)

/** What is about no patient of files that were divided at or before this time is deleted. */
export const framesUntil = (now: Date, { fileRetentionDays }: Days): Date =>
  new Date(now.getTime() - fileRetentionDays * day)
