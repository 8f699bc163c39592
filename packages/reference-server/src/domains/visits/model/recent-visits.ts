import type { RecentVisit } from './estimate-wait.ts'

/** One ended visit of a practitioner. */
export interface PastVisit {
  readonly appointmentStart: Date
  readonly checkedInAt: Date
  readonly admittedAt: Date
  readonly endedAt: Date
}

const minutes = (from: number, to: number): number => (to - from) / 60_000

/** What a practitioner's past visits say about lengths and delays. `past` is ordered by admission; the first only opens the line. */
export const recentVisits = (past: readonly PastVisit[]): readonly RecentVisit[] =>
  past.slice(1).map(({ appointmentStart, checkedInAt, admittedAt, endedAt }, before) => {
    const previousEnd = past[before]?.endedAt.getTime() ?? 0
    const clear = Math.max(previousEnd, checkedInAt.getTime(), appointmentStart.getTime())
    return {
      length: minutes(admittedAt.getTime(), endedAt.getTime()),
      // Someone else's work between two patients (a break, the end of a day) is no habit of admitting late.
      delay: Math.min(minutes(clear, admittedAt.getTime()), 15),
    }
  })
