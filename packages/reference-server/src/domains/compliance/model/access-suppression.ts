import { suppressionRefused } from '../problems.ts'
import type { FlagCode } from './monitor/flag-code.ts'
import { dateOf } from './monitor/local-time.ts'
import type { PrivacyPolicy } from './privacy-policy.ts'
import type { StoredCase } from './stored-case.ts'

const dayMs = 86_400_000

/** For some time, one reason is not counted for one member. */
export interface AccessSuppression {
  readonly id: string
  readonly memberId: string
  readonly code: FlagCode
  readonly createdBy: string
  readonly createdAt: Date
  /** The first and the last day on which it is in force, since 1970-01-01 on the clock of the organization. */
  readonly fromDay: number
  readonly untilDay: number
  readonly endedAt: Date | null
  readonly version: number
}

/** Encrypted. */
export interface SuppressionContent {
  readonly reason: string
}

/** `2026-11-30` as days since 1970-01-01. */
export const dayOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs)

interface Suppressing {
  readonly id: string
  readonly code: FlagCode
  /** `2026-11-30` */
  readonly until: string
  readonly by: string
  readonly now: Date
  /** Of the organization's clock. */
  readonly today: number
}

/** Of a reason that the case has, from the day of the case on. Throws `suppression_refused`. */
export const suppressReason = (
  { memberId, day, reasons }: Pick<StoredCase, 'memberId' | 'day' | 'reasons'>,
  { id, code, until, by, now, today }: Suppressing,
  { longestSuppressionDays }: PrivacyPolicy['accessCases'],
): AccessSuppression => {
  const untilDay = dayOf(until)
  if (!reasons.some((reason) => reason.code === code))
    throw suppressionRefused('/code', 'Must be a reason of the case.')
  if (untilDay < today || untilDay > today + longestSuppressionDays)
    throw suppressionRefused('/until', `Must be from today to ${dateOf(today + longestSuppressionDays)}.`)
  return {
    ...{ id, memberId, code, untilDay },
    createdBy: by,
    createdAt: now,
    fromDay: day,
    endedAt: null,
    version: 1,
  }
}

export const endSuppression = (before: AccessSuppression, now: Date): AccessSuppression =>
  before.endedAt === null ? { ...before, endedAt: now, version: before.version + 1 } : before
