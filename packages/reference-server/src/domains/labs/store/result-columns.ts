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

export const clockColumns = (clock: CriticalClock | null) => ({
  critical_raised_at: clock?.raisedAt ?? null,
  critical_due_at: clock?.dueAt ?? null,
  critical_notified: JSON.stringify(clock?.notified ?? []),
  critical_next_at: clock?.nextAt ?? null,
  critical_acknowledged_at: clock?.acknowledgedAt ?? null,
  critical_acknowledged_by: clock?.acknowledgedBy ?? null,
})

/** Rank in the review queue: critical results first. */
export const reviewRankOf = ({ reviewedAt, clock }: Pick<LabResult, 'reviewedAt' | 'clock'>): 0 | 1 | null =>
  reviewedAt !== null ? null : clock === null ? 1 : 0

/** The columns that an update writes. */
export const stepColumns = (result: LabResult) => ({
  status: result.content.status,
  reported_at: result.reportedAt,
  reviewed_at: result.reviewedAt,
  reviewed_by: result.reviewedBy,
  released_at: result.releasedAt,
  released_version: result.releasedVersion,
  corrected_after_review: result.correctedAfterReview,
  review_rank: reviewRankOf(result),
  ...clockColumns(result.clock),
  version: result.version,
})
