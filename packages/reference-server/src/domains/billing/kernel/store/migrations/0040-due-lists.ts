import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { organizationsWithDueTransmissions } from '../../../../../platform/database/migrate/organizations-due.ts'

/** Which organizations its jobs have to look into. */
export const dueLists: Migration = {
  id: 'billing/0040-due-lists',
  statements: [organizationsWithDueTransmissions('billing')],
}
