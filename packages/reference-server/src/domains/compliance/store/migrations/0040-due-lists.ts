import type { Migration } from '../../../../platform/contracts/migration.ts'
import { organizationsDue } from '../../../../platform/database/migrate/organizations-due.ts'

/** Which organizations its jobs have to look into. */
export const dueLists: Migration = {
  id: 'compliance/0040-due-lists',
  statements: [
    organizationsDue('compliance.watched', `from compliance.reader_watches where status in ('learning', 'watching')`),
  ],
}
