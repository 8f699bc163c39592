import { sql } from 'kysely'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { deleteOldRows, type DeletionDeps } from '../../../platform/jobs/delete-old-rows.ts'
import type { VisitsPolicy } from '../model/visits-policy.ts'

/** Deletes marks of video vendors' reports, reports about no visit, and when the waiting room of a past visit was open. A practitioner has one row and keeps it. */
export const deleteOldReports = (
  deps: DeletionDeps,
  { retentionDays }: Pick<VisitsPolicy, 'retentionDays'>,
): DomainJob =>
  deleteOldRows(deps, 'visits', [
    { table: 'visits.vendor_reports', retentionDays: retentionDays.vendorReports },
    { table: 'visits.held_reports', retentionDays: retentionDays.vendorReports },
    {
      table: 'visits.received_reports',
      retentionDays: retentionDays.vendorReports,
      // Those of a visit are kept with it.
      unless: () => sql<boolean>`old.patient_id is not null`,
    },
    {
      table: 'visits.presences',
      retentionDays: retentionDays.presences,
      unless: (before) => sql<boolean>`old.kind <> 'visit' or old.present or old.seen_at >= ${before}`,
    },
  ])
