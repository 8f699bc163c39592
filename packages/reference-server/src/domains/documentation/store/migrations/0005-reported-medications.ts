import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

/** What patients take that was not prescribed here. */
export const reportedMedications: Migration = {
  id: 'documentation/0005-reported-medications',
  statements: [
    ...tenantTable({
      schema: 'documentation',
      name: 'reported_medications',
      sealed: true,
      columns: {
        patient_id: 'uuid not null',
        status: `text not null check (status in ('active', 'stopped', 'entered-in-error'))`,
        reported_by: `text not null check (reported_by in ('patient', 'proxy', 'staff'))`,
        reported_at: 'timestamptz not null',
        ended_at: 'timestamptz',
        version: 'integer not null check (version > 0)',
      },
      constraints: [`check ((status = 'active') = (ended_at is null))`],
      indexes: ['(organization_id, patient_id, status, id)'],
    }),
    ...timesOfChange('documentation', ['reported_medications']),
  ],
}
