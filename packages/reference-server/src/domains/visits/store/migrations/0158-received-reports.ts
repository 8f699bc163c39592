import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

/** Reports of video vendors that were followed, as they came, with what was made of them and by which version. */
export const receivedReports: Migration = {
  id: 'visits/0158-received-reports',
  statements: tenantTable({
    schema: 'visits',
    name: 'received_reports',
    columns: {
      vendor: 'text not null',
      reader: 'text not null',
      effect: `text not null check (effect in ('started', 'taken', 'left', 'none'))`,
      visit_id: 'uuid',
      patient_id: 'uuid check ((patient_id is null) = (visit_id is null))',
    },
    constraints: ['foreign key (organization_id, visit_id) references visits.visits (organization_id, id)'],
    indexes: ['(organization_id, visit_id) where visit_id is not null'],
    sealed: true,
  }),
}
