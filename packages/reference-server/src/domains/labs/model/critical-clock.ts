import type { LabsPolicy } from './labs-policy.ts'

export interface Told {
  readonly role: string
  /** RFC 3339. */
  readonly at: string
}

/** The clock of a critical value: runs from its arrival until somebody says that they know. */
export interface CriticalClock {
  readonly raisedAt: Date
  readonly dueAt: Date
  readonly told: readonly Told[]
  /** When the next role is told; null once everyone was, or somebody knows. */
  readonly nextAt: Date | null
  readonly acknowledgedAt: Date | null
  /** Member. */
  readonly acknowledgedBy: string | null
}

const minutes = (at: Date, count: number): Date => new Date(at.getTime() + count * 60_000)

export const startClock = ({ critical }: LabsPolicy, now: Date): CriticalClock =>
  tellNext(
    {
      raisedAt: now,
      dueAt: minutes(now, critical.acknowledgeWithinMinutes),
      told: [],
      nextAt: now,
      acknowledgedAt: null,
      acknowledgedBy: null,
    },
    { critical },
    now,
  )

/**
 * Tells every role that is due. After a time in which nothing ran, all that were missed are told at once: the clock does not start
 * anew because a server did.
 */
export const tellNext = (
  clock: CriticalClock,
  { critical }: Pick<LabsPolicy, 'critical'>,
  now: Date,
): CriticalClock => {
  if (clock.acknowledgedAt !== null || clock.nextAt === null) return clock
  const remaining = critical.steps.slice(clock.told.length)
  const due = remaining.filter(({ afterMinutes }) => minutes(clock.raisedAt, afterMinutes) <= now)
  const next = remaining[due.length]
  return {
    ...clock,
    told: [...clock.told, ...due.map(({ role }) => ({ role, at: now.toISOString() }))],
    nextAt: next === undefined ? null : minutes(clock.raisedAt, next.afterMinutes),
  }
}

/** Stops the clock. A second person who says so changes nothing. */
export const acknowledge = (clock: CriticalClock, memberId: string, now: Date): CriticalClock =>
  clock.acknowledgedAt === null ? { ...clock, nextAt: null, acknowledgedAt: now, acknowledgedBy: memberId } : clock
