import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/**
 * How often the list of one owner has changed: a patient's signed prescriptions, a practitioner's favorites. The id is the owner's.
 * What was decided from such a list is stored only if the list is still the same.
 */
export const listVersions: Migration = {
  id: 'prescriptions/0003-list-versions',
  statements: tenantTable({
    schema: 'prescriptions',
    name: 'list_versions',
    columns: { version: 'integer not null check (version > 0)' },
  }),
}
