import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/**
 * The bytes of files that were read, and by which version. What names a patient is under that patient's key: one row for each patient of a
 * file. The row without a patient has the rest, and what was made of the file.
 */
export const keptFiles: Migration = {
  id: 'billing/0158-kept-files',
  statements: [
    'alter table billing.mailbox_files add column reader text',
    ...tenantTable({
      schema: 'billing',
      name: 'mailbox_pieces',
      columns: { file_id: 'uuid not null', patient_id: 'uuid' },
      constraints: ['foreign key (organization_id, file_id) references billing.mailbox_files (organization_id, id)'],
      indexes: ['unique (organization_id, file_id, patient_id)', '(organization_id, id) where patient_id is null'],
      sealed: true,
    }),
  ],
}
