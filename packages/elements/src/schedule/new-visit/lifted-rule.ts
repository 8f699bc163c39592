import type { ProblemCode } from '@visitkit/sdk'

/** The rules that staff can lift for one visit. What protects a person is not among them: a taken time, another visit, a license, an age. */
export type LiftableRule = Extract<
  ProblemCode,
  'notice_too_short' | 'beyond_horizon' | 'outside_hours' | 'day_full' | 'week_full'
>

const rules: ReadonlySet<string> = new Set<LiftableRule>([
  'notice_too_short',
  'beyond_horizon',
  'outside_hours',
  'day_full',
  'week_full',
])

export const isLiftable = (code: string): code is LiftableRule => rules.has(code)

/** Why a rule was lifted for a time that is held. */
export interface LiftedRule {
  readonly holdId: string
  readonly code: LiftableRule
  readonly reason: string
}
