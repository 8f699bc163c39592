import { sql } from 'kysely'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { deleteOldRows, type DeletionDeps } from '../../../platform/jobs/delete-old-rows.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'

/**
 * Deletes marks of messages that no laboratory repeats any more, and reports that a person has matched or returned. The messages of a known patient are with the patient by then. A report is encrypted
 * under the organization's key, so erasing its patient does not remove it. One that waits for a person is kept, however old it is.
 */
export const deleteOldMessages = (
  deps: DeletionDeps,
  { retentionDays }: Pick<LabsPolicy, 'retentionDays'>,
): DomainJob =>
  deleteOldRows(deps, 'labs', [
    { table: 'labs.deliveries', retentionDays: retentionDays.messageMarks },
    {
      table: 'labs.unmatched',
      retentionDays: retentionDays.decidedReports,
      unless: (before) => sql<boolean>`old.decided_at is null or old.decided_at >= ${before}`,
    },
    {
      table: 'labs.unmatched_messages',
      retentionDays: retentionDays.decidedReports,
      unless: (before) =>
        sql<boolean>`exists (
          select from labs.unmatched where unmatched.organization_id = old.organization_id
            and unmatched.id = old.unmatched_id and (unmatched.decided_at is null or unmatched.decided_at >= ${before})
        )`,
    },
  ])
