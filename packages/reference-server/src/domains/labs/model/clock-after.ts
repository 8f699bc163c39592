import type { ReportedObservation } from '../../../vendors/laboratory/report.ts'
import { startClock, restartEscalation, type CriticalClock } from './critical-clock.ts'
import type { LabsPolicy } from './labs-policy.ts'

/** The flags of HL7 table 0078 that mean panic limits. */
const isCritical = ({ flag, status }: ReportedObservation): boolean =>
  status !== 'cancelled' && (flag === 'HH' || flag === 'LL' || flag === 'AA')

const criticals = (observations: readonly ReportedObservation[]): string[] =>
  observations.filter(isCritical).map(({ key, value }) => `${key} ${value}`)

/**
 * The clock after a report. A new critical value starts a clock, or restarts the escalation of one that was not acknowledged. A critical
 * value that was already known does not. A clock that was not acknowledged ends when a correction leaves no critical value.
 */
export const clockAfter = (
  clock: CriticalClock | null,
  before: readonly ReportedObservation[],
  after: readonly ReportedObservation[],
  { policy, now }: { readonly policy: LabsPolicy; readonly now: Date },
): { clock: CriticalClock | null; isRaised: boolean } => {
  const critical = criticals(after)
  const isAnswered = clock?.acknowledgedAt != null
  if (critical.length === 0) return { clock: isAnswered ? clock : null, isRaised: false }
  const known = new Set(criticals(before))
  if (clock === null) return { clock: startClock(policy, now), isRaised: true }
  if (critical.every((each) => known.has(each))) return { clock, isRaised: false }
  return { clock: isAnswered ? startClock(policy, now) : restartEscalation(clock, policy, now), isRaised: true }
}
