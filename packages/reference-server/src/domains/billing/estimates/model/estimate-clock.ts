import type { EstimatePolicy } from '../../kernel/model/billing-policy.ts'
import { addBusinessDays } from './business-days.ts'
import type { Day } from '../../kernel/model/claim.ts'
import { addDays, endOfDay, localDay } from '../../kernel/model/local-day.ts'

/** Why an estimate is owed to somebody who pays without insurance (45 CFR 149.610(b)(1)). */
export type EstimateTrigger =
  | { readonly kind: 'scheduled'; readonly at: Date; readonly serviceStart: Date }
  | { readonly kind: 'requested'; readonly at: Date }
  | { readonly kind: 'changed'; readonly at: Date; readonly serviceStart: Date }

export interface EstimateDue {
  /** The last day on which it is in time, on the organization's calendar. */
  readonly dueOn: Day
  /** The first instant that is too late. */
  readonly dueBefore: Date
}

/**
 * When the estimate has to be with the patient; null when none is owed unasked, because the service is less than three business days
 * away. Days are the organization's: it is the one that has to be in time.
 */
export const estimateDue = (trigger: EstimateTrigger, zone: string, policy: EstimatePolicy): EstimateDue | null => {
  const dueOn = dueDay(trigger, zone, policy)
  return dueOn === null ? null : { dueOn, dueBefore: endOfDay(dueOn, zone) }
}

const dueDay = (trigger: EstimateTrigger, zone: string, policy: EstimatePolicy): Day | null => {
  const day = localDay(trigger.at, zone)
  if (trigger.kind === 'requested') return addBusinessDays(day, policy.requestDueDays)
  const service = localDay(trigger.serviceStart, zone)
  if (trigger.kind === 'changed') {
    const due = addBusinessDays(service, -policy.changeDaysBefore)
    // The change came later than that: at once is all that is left.
    return due < day ? day : due
  }
  if (addBusinessDays(day, policy.farAheadDays) <= service) return addBusinessDays(day, policy.farDueDays)
  if (addBusinessDays(day, policy.nearAheadDays) <= service) return addBusinessDays(day, policy.nearDueDays)
  return null
}

export interface EstimateComparison {
  readonly expectedCents: number
  readonly billedCents: number
  /** Billed beyond what was expected; negative when less. */
  readonly excessCents: number
  /** The patient may open a dispute (45 CFR 149.620(b)): substantially in excess. */
  readonly disputable: boolean
  /** The last day for it; null when there is nothing to dispute. */
  readonly disputeUntil: Day | null
}

/** Held for each provider on its own: what one bills beyond the estimate is not made up by what another did not. */
export const compareWithEstimate = (
  expectedCents: number,
  billedCents: number,
  firstBilledOn: Day,
  policy: EstimatePolicy,
): EstimateComparison => {
  const excessCents = billedCents - expectedCents
  const disputable = excessCents >= policy.disputeCents
  return {
    expectedCents,
    billedCents,
    excessCents,
    disputable,
    disputeUntil: disputable ? addDays(firstBilledOn, policy.disputeCalendarDays) : null,
  }
}
