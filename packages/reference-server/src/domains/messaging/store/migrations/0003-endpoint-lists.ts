import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

/** One row for each organization with endpoints: two changes that each add or enable one cannot both see the same list. */
export const messaging0003: Migration = {
  id: 'messaging/0003-endpoint-lists',
  statements: tenantTable({
    schema: 'messaging',
    name: 'endpoint_lists',
    // The id is the organization's.
    columns: { version: 'integer not null check (version > 0)' },
  }),
}
