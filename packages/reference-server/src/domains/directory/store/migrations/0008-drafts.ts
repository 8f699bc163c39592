import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

/** At most one text of each person at each place. */
export const drafts: Migration = {
  id: 'directory/0008-drafts',
  statements: tenantTable({
    schema: 'directory',
    name: 'drafts',
    columns: {
      person_id: 'uuid not null',
      place: 'text not null',
      about: 'uuid not null',
      patient_id: 'uuid',
      saved_at: 'timestamptz not null',
    },
    sealed: true,
    indexes: ['unique (organization_id, person_id, place, about)', '(organization_id, saved_at)'],
  }),
}
