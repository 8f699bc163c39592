import type { EscalationStep, LabsPolicy } from './labs-policy.ts'

export interface RoleNotification {
  readonly role: EscalationStep['role']
  /** RFC 3339. */
  readonly at: string
  /** The practitioner who covered, if the role is `covering-practitioner`. */
  readonly practitionerId?: string
}

/** The clock of a critical value: runs from its arrival until a person acknowledges it. */
export interface CriticalClock {
  readonly raisedAt: Date
  readonly dueAt: Date
  readonly notified: readonly RoleNotification[]
  /** When the next role is notified; null once all were notified or a person acknowledged. */
  readonly nextAt: Date | null
  readonly acknowledgedAt: Date | null
  /** Member. */
  readonly acknowledgedBy: string | null
}

const minutes = (at: Date, count: number): Date => new Date(at.getTime() + count * 60_000)

export const startClock = ({ critical }: LabsPolicy, now: Date): CriticalClock =>
  escalate(
    {
      raisedAt: now,
      dueAt: minutes(now, critical.acknowledgeWithinMinutes),
      notified: [],
      nextAt: now,
      acknowledgedAt: null,
      acknowledgedBy: null,
    },
    { critical },
    now,
  )

/**
 * Another critical value before the first is acknowledged: the first role is notified at once, and the others again at their times. Times
 * count from the first value, so that a second value delays no notification of the first.
 */
export const restartEscalation = (
  clock: CriticalClock,
  { critical }: Pick<LabsPolicy, 'critical'>,
  now: Date,
): CriticalClock => {
  const [first, next] = critical.steps
  return {
    ...clock,
    notified: first === undefined ? [] : [{ role: first.role, at: now.toISOString() }],
    nextAt: next === undefined ? null : minutes(clock.raisedAt, next.afterMinutes),
  }
}

/**
 * Notifies every role that is due, each once. After downtime, all missed roles are notified at once; a restart of the server does not
 * restart the clock. `covering`: the practitioner who covers for the ordering practitioner now.
 */
export const escalate = (
  clock: CriticalClock,
  { critical }: Pick<LabsPolicy, 'critical'>,
  now: Date,
  covering: string | null = null,
): CriticalClock => {
  const { raisedAt, acknowledgedAt, nextAt } = clock
  if (acknowledgedAt !== null || nextAt === null) return clock
  const remaining = critical.steps.filter(({ afterMinutes }) => minutes(raisedAt, afterMinutes) >= nextAt)
  const due = remaining.filter(({ afterMinutes }) => minutes(raisedAt, afterMinutes) <= now)
  const next = remaining[due.length]
  const notified = due
    .map((step) => recipientOf(step, covering))
    .reduce<readonly RoleNotification[]>(
      (before, one) =>
        before.some(({ role }) => role === one.role) ? before : [...before, { ...one, at: now.toISOString() }],
      clock.notified,
    )
  return { ...clock, notified, nextAt: next === undefined ? null : minutes(raisedAt, next.afterMinutes) }
}

const recipientOf = ({ role, otherwise }: EscalationStep, covering: string | null): Omit<RoleNotification, 'at'> => {
  if (role !== 'covering-practitioner') return { role }
  return covering === null ? { role: otherwise ?? role } : { role, practitionerId: covering }
}

/** Stops the clock. A second acknowledgment changes nothing. */
export const acknowledge = (clock: CriticalClock, memberId: string, now: Date): CriticalClock =>
  clock.acknowledgedAt === null ? { ...clock, nextAt: null, acknowledgedAt: now, acknowledgedBy: memberId } : clock
