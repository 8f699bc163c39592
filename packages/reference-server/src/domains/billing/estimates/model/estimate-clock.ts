import type { EstimatePolicy } from '../../kernel/model/billing-policy.ts'
import { addBusinessDays } from './business-days.ts'
import type { Day } from '../../kernel/model/claim.ts'
import { addDays, endOfDay, localDay } from '../../kernel/model/local-day.ts'

/** Why an estimate is owed to a self-pay patient (45 CFR 149.610(b)(1)). */
export type EstimateTrigger =
  | { readonly kind: 'scheduled'; readonly at: Date; readonly serviceStart: Date }
  | { readonly kind: 'requested'; readonly at: Date }
  | { readonly kind: 'changed'; readonly at: Date; readonly serviceStart: Date }

export interface EstimateDue {
  /** The last day on which it is on time, in the organization's time zone. */
  readonly dueOn: Day
  /** The first instant at which it is late. */
  readonly dueBefore: Date
}

/**
 * When the patient must have the estimate; null if none is owed without a request, because the service is less than three business days
 * away. Days are in the time zone of the organization, which owes the estimate.
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
    // The change came after that day, so the estimate is due immediately.
    return due < day ? day : due
  }
  if (addBusinessDays(day, policy.farAheadDays) <= service) return addBusinessDays(day, policy.farDueDays)
  if (addBusinessDays(day, policy.nearAheadDays) <= service) return addBusinessDays(day, policy.nearDueDays)
  return null
}

export interface EstimateComparison {
  readonly expectedCents: number
  readonly billedCents: number
  /** The amount billed above the estimate; negative if less. */
  readonly excessCents: number
  /** The patient may start a dispute (45 CFR 149.620(b)): substantially in excess. */
  readonly disputable: boolean
  /** The last day for a dispute; null if there is nothing to dispute. */
  readonly disputeUntil: Day | null
}

/** Compared for each provider separately: an excess of one is not offset by another. */
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
