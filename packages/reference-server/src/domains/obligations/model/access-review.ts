import type { components } from '@visitkit/contract'
import { addDays, type Day } from './day.ts'
import type { ObligationPolicy } from './obligation-policy.ts'
import type { Colleague } from './training.ts'

export type AccessDecision = components['schemas']['AccessDecision']

/** The last review of a member’s roles. */
export interface ReviewedAccess {
  readonly memberId: string
  readonly reviewedOn: Day
  readonly decision: AccessDecision
}

export interface DueReview {
  readonly member: Colleague
  readonly last: ReviewedAccess | null
  readonly dueOn: Day
}

export const dueReview = (
  member: Colleague,
  last: ReviewedAccess | null,
  { accessReviewDays }: ObligationPolicy,
): DueReview => ({ member, last, dueOn: addDays(last?.reviewedOn ?? member.since, accessReviewDays) })

/** Of active members, the earliest due date first. */
export const listDueReviews = (
  members: readonly Colleague[],
  reviewed: readonly ReviewedAccess[],
  policy: ObligationPolicy,
): readonly DueReview[] => {
  const last = new Map(reviewed.map((review) => [review.memberId, review]))
  return members
    .map((member) => dueReview(member, last.get(member.memberId) ?? null, policy))
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
}
