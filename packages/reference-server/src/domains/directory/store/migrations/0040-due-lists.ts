import type { Migration } from '../../../../platform/contracts/migration.ts'
import { organizationsDue } from '../../../../platform/database/migrate/organizations-due.ts'

/** Which organizations its jobs have to look into. */
export const dueLists: Migration = {
  id: 'directory/0040-due-lists',
  statements: [
    organizationsDue('directory.unindexed_patients', `from directory.patients where not names_indexed`),
    organizationsDue(
      'directory.lapsed_proxies',
      `from directory.proxies
        where to_day < to_char(due_by at time zone 'Pacific/Kiritimati', 'YYYY-MM-DD') and ended_at is null and lapse_notified_at is null`,
    ),
  ],
}
