import type { Migration } from '../../../../platform/contracts/migration.ts'
import { organizationsDue } from '../../../../platform/database/migrate/organizations-due.ts'

/** Practitioners count as present for longer than patients: one list for both named each organization in which one had looked at the queue. */
export const duePractitioners: Migration = {
  id: 'visits/0261-due-practitioners',
  statements: [
    'drop function visits.due_presences(uuid[], timestamptz)',
    organizationsDue(
      'visits.due_presences',
      `from visits.presences where present and kind = 'visit' and seen_at < due_by`,
    ),
    organizationsDue(
      'visits.due_practitioners',
      `from visits.presences where present and kind = 'practitioner' and seen_at < due_by`,
    ),
  ],
}
