import type { components } from '@visitkit/contract'
import { addDays, type Day } from './day.ts'
import type { ObligationPolicy } from './obligation-policy.ts'

type Schemas = components['schemas']

export interface Risk {
  readonly id: string
  readonly asset: string
  readonly threat: string
  readonly likelihood: number
  readonly impact: number
  readonly treatment: Schemas['RiskTreatment']
  readonly plan: string | null
  readonly controls: readonly string[]
  readonly ownerId: string | null
  readonly reviewOn: Day
  readonly active: boolean
  readonly version: number
}

export const newRisk = (
  id: string,
  given: Schemas['CreateRisk'],
  today: Day,
  { riskReviewDays }: ObligationPolicy,
): Risk => ({
  id,
  asset: given.asset,
  threat: given.threat,
  likelihood: given.likelihood,
  impact: given.impact,
  treatment: given.treatment,
  plan: given.plan ?? null,
  controls: [...new Set(given.controls)],
  ownerId: given.ownerId ?? null,
  reviewOn: addDays(today, riskReviewDays),
  active: true,
  version: 1,
})

/** A person who changes a risk has looked at it. */
export const changeRisk = (
  before: Risk,
  changes: Omit<Schemas['UpdateRisk'], 'version'>,
  today: Day,
  { riskReviewDays }: ObligationPolicy,
): Risk => ({
  ...before,
  likelihood: changes.likelihood ?? before.likelihood,
  impact: changes.impact ?? before.impact,
  treatment: changes.treatment ?? before.treatment,
  plan: changes.plan ?? before.plan,
  controls: [...new Set(changes.controls ?? before.controls)],
  ownerId: changes.ownerId ?? before.ownerId,
  active: changes.active ?? before.active,
  reviewOn: addDays(today, riskReviewDays),
  version: before.version + 1,
})
