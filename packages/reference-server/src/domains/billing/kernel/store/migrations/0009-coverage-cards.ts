import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/** Pictures of insurance cards: at most one of each side. */
export const billing0009: Migration = {
  id: 'billing/0009-coverage-cards',
  statements: [
    ...tenantTable({
      schema: 'billing',
      name: 'coverage_cards',
      columns: {
        patient_id: 'uuid not null',
        side: `text not null check (side in ('front', 'back'))`,
        media_type: 'text not null',
        bytes: 'integer not null check (bytes > 0)',
        added_at: 'timestamptz not null',
      },
      sealed: true,
      indexes: ['unique (organization_id, patient_id, side)'],
    }),
  ],
}
