import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { acrossOrganizations } from '../../../../../platform/database/migrate/across-organizations.ts'

/** What 0004 did to no row where the owner of the tables is not a superuser. */
export const faultsOfProcessedFiles: Migration = {
  id: 'billing/0007-faults-of-processed-files',
  statements: acrossOrganizations(
    'billing.mailbox_files',
    `update billing.mailbox_files set fault = null where state = 'processed' and fault is not null`,
  ),
}
