import type { RecentVisit } from './estimate-wait.ts'

/** One ended visit of a practitioner. */
export interface PastVisit {
  readonly appointmentStart: Date
  readonly checkedInAt: Date
  readonly admittedAt: Date
  readonly endedAt: Date
}

const minutes = (from: number, to: number): number => (to - from) / 60_000

/**
 * Lengths and delays of a practitioner's past visits. `past` is ordered by admission; the first visit only provides the end before the
 * second.
 */
export const recentVisits = (past: readonly PastVisit[]): readonly RecentVisit[] =>
  past.slice(1).map(({ appointmentStart, checkedInAt, admittedAt, endedAt }, before) => {
    const previousEnd = past[before]?.endedAt.getTime() ?? 0
    const clear = Math.max(previousEnd, checkedInAt.getTime(), appointmentStart.getTime())
    return {
      length: minutes(admittedAt.getTime(), endedAt.getTime()),
      // A long gap between two patients (a break, the end of a day) is not an admission delay.
      delay: Math.min(minutes(clear, admittedAt.getTime()), 15),
    }
  })
