import { startClock, restartEscalation, type CriticalClock } from './critical-clock.ts'
import type { ReceivedObservation } from './lab-result.ts'
import type { LabsPolicy } from './labs-policy.ts'

/** The flags of HL7 table 0078 that mean panic limits of the laboratory, and the limits of the organization. */
const isCritical = ({ flag, status, limit }: ReceivedObservation): boolean =>
  status !== 'cancelled' && (flag === 'HH' || flag === 'LL' || flag === 'AA' || limit?.outcome === 'beyond')

const criticals = (observations: readonly ReceivedObservation[]): string[] =>
  observations.filter(isCritical).map(({ key, value }) => `${key} ${value}`)

/**
 * The clock after a report. A new critical value starts a clock, or restarts the escalation of one that was not acknowledged. A critical
 * value that was already known does not. A clock that was not acknowledged ends when a correction leaves no critical value.
 */
export const clockAfter = (
  clock: CriticalClock | null,
  before: readonly ReceivedObservation[],
  after: readonly ReceivedObservation[],
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
