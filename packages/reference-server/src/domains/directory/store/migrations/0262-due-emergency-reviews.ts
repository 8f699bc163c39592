import type { Migration } from '../../../../platform/contracts/migration.ts'
import { organizationsDue } from '../../../../platform/database/migrate/organizations-due.ts'

export const dueEmergencyReviews: Migration = {
  id: 'directory/0262-due-emergency-reviews',
  statements: [
    organizationsDue(
      'directory.due_emergency_reviews',
      `from directory.emergency_accesses
        where review_by <= due_by and escalated_at is null and (outcome is null or outcome = 'more-information')`,
    ),
  ],
}
