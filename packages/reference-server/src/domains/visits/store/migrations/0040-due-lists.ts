import type { Migration } from '../../../../platform/contracts/migration.ts'
import { organizationsDue } from '../../../../platform/database/migrate/organizations-due.ts'

/** Which organizations its jobs have to look into. */
export const dueLists: Migration = {
  id: 'visits/0040-due-lists',
  statements: [organizationsDue('visits.due_presences', `from visits.presences where present and seen_at < due_by`)],
}
