import type { Migration } from '../../../../platform/contracts/migration.ts'
import {
  organizationsDue,
  organizationsWithDueTransmissions,
} from '../../../../platform/database/migrate/organizations-due.ts'

/** Which organizations its jobs have to look into. */
export const dueLists: Migration = {
  id: 'labs/0040-due-lists',
  statements: [
    organizationsDue('labs.due_results', `from labs.results where critical_next_at <= due_by`),
    organizationsDue('labs.due_unmatched', `from labs.unmatched where critical_next_at <= due_by`),
    organizationsWithDueTransmissions('labs'),
  ],
}
