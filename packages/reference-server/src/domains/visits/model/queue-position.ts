import { estimateWait, type RecentVisit } from './estimate-wait.ts'

/** One patient in a practitioner's queue or in a visit with them. */
export interface QueuedPatient {
  readonly visitId: string
  readonly status: 'waiting' | 'admitted' | 'in-progress'
  readonly appointmentStart: Date
  readonly checkedInAt: Date
  readonly admittedAt: Date | null
}

export interface Queue {
  readonly patients: readonly QueuedPatient[]
  readonly paused: boolean
  /** The practitioner has the queue open, or had it open recently. */
  readonly here: boolean
  readonly recent: readonly RecentVisit[]
}

export interface QueuePosition {
  /** 1 is next. 0 once admitted. */
  readonly position: number
  readonly estimate: { fromMinutes: number; toMinutes: number } | null
  readonly practitioner: 'ready' | 'with-another-patient' | 'paused' | 'not-present'
}

/** The order of the queue: by start of the appointment, then by check-in. */
export const byTurn = (left: QueuedPatient, right: QueuedPatient): number =>
  left.appointmentStart.getTime() - right.appointmentStart.getTime() ||
  left.checkedInAt.getTime() - right.checkedInAt.getTime() ||
  (left.visitId < right.visitId ? -1 : 1)

export const queuePosition = (queue: Queue, own: QueuedPatient, now: Date): QueuePosition => {
  const minutesUntil = (at: Date): number => (at.getTime() - now.getTime()) / 60_000
  const others = queue.patients.filter(({ visitId }) => visitId !== own.visitId)
  const withPractitioner = others.filter(({ status }) => status !== 'waiting')
  const practitioner = queue.paused
    ? 'paused'
    : withPractitioner.length > 0
      ? 'with-another-patient'
      : queue.here
        ? 'ready'
        : 'not-present'
  if (own.status !== 'waiting') return { position: 0, estimate: null, practitioner }

  const ahead = others.filter((other) => other.status === 'waiting' && byTurn(other, own) < 0)
  // No estimate applies to a practitioner who is away, or late without notice.
  const unknowable = queue.paused || (practitioner === 'not-present' && own.appointmentStart <= now)
  const estimate = unknowable
    ? null
    : estimateWait({
        recent: queue.recent,
        current: withPractitioner.map(({ admittedAt }) => -minutesUntil(admittedAt ?? now)),
        ahead: ahead.toSorted(byTurn).map(({ appointmentStart }) => minutesUntil(appointmentStart)),
        own: minutesUntil(own.appointmentStart),
      })
  return { position: ahead.length + 1, estimate, practitioner }
}
