import type { Migration } from '../../../../platform/contracts/migration.ts'
import { organizationsDue } from '../../../../platform/database/migrate/organizations-due.ts'

/** Which organizations its jobs have to look into. */
export const dueLists: Migration = {
  id: 'follow_up/0040-due-lists',
  statements: [
    organizationsDue('follow_up.due_alerts', `from follow_up.alerts where escalate_at <= due_by`),
    organizationsDue(
      'follow_up.overdue_urgent_tasks',
      `from follow_up.tasks
        where status = 'open' and priority = 'urgent' and assignee_id is not null and due_key < due_by`,
    ),
  ],
}
