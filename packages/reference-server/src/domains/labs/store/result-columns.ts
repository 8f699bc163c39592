import type { Selectable } from 'kysely'
import type { CriticalClock } from '../model/critical-clock.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { ClockColumns, LabsTables } from './tables.ts'

type Row = Selectable<LabsTables['labs.results']>

/** The part of a result that is not encrypted. */
export type ResultFacts = Omit<LabResult, 'content'>

export const factsOf = (row: Omit<Row, 'sealed' | 'organization_id' | 'status' | 'review_rank'>): ResultFacts => ({
  id: row.id,
  orderId: row.order_id,
  patientId: row.patient_id,
  practitionerId: row.practitioner_id,
  position: row.position,
  source: row.source,
  fillerNumber: row.filler_number,
  clock: clockOf(row),
  reviewedAt: row.reviewed_at,
  reviewedBy: row.reviewed_by,
  releasedAt: row.released_at,
  releasedVersion: row.released_version,
  correctedAfterReview: row.corrected_after_review,
  receivedAt: row.received_at,
  reportedAt: row.reported_at,
  version: row.version,
})

export const clockOf = (row: Selectable<ClockColumns>): CriticalClock | null =>
  row.critical_raised_at === null || row.critical_due_at === null
    ? null
    : {
        raisedAt: row.critical_raised_at,
        dueAt: row.critical_due_at,
        notified: row.critical_notified,
        nextAt: row.critical_next_at,
        acknowledgedAt: row.critical_acknowledged_at,
        acknowledgedBy: row.critical_acknowledged_by,
      }

/** The clock of a critical value as a row has it. */
export interface ClockFacts {
  readonly criticalRaisedAt: Date | null
  readonly criticalDueAt: Date | null
  /** JSON. */
  readonly criticalNotified: string
  readonly criticalNextAt: Date | null
  readonly criticalAcknowledgedAt: Date | null
  readonly criticalAcknowledgedBy: string | null
}

export const clockFacts = (clock: CriticalClock | null): ClockFacts => ({
  criticalRaisedAt: clock?.raisedAt ?? null,
  criticalDueAt: clock?.dueAt ?? null,
  criticalNotified: JSON.stringify(clock?.notified ?? []),
  criticalNextAt: clock?.nextAt ?? null,
  criticalAcknowledgedAt: clock?.acknowledgedAt ?? null,
  criticalAcknowledgedBy: clock?.acknowledgedBy ?? null,
})

export const clockFactColumns = {
  criticalRaisedAt: ['critical_raised_at', 'timestamptz'],
  criticalDueAt: ['critical_due_at', 'timestamptz'],
  criticalNotified: ['critical_notified', 'jsonb'],
  criticalNextAt: ['critical_next_at', 'timestamptz'],
  criticalAcknowledgedAt: ['critical_acknowledged_at', 'timestamptz'],
  criticalAcknowledgedBy: ['critical_acknowledged_by', 'text'],
} as const

/** Rank in the review queue: critical results first. */
export const reviewRankOf = ({ reviewedAt, clock }: Pick<LabResult, 'reviewedAt' | 'clock'>): 0 | 1 | null =>
  reviewedAt !== null ? null : clock === null ? 1 : 0
