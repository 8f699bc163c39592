import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/** What patients ask for. At most one request of a prescription is open. */
export const refillRequests: Migration = {
  id: 'prescriptions/0004-refill-requests',
  statements: tenantTable({
    schema: 'prescriptions',
    name: 'refill_requests',
    columns: {
      prescription_id: 'uuid not null',
      patient_id: 'uuid not null',
      practitioner_id: 'uuid not null',
      status: `text not null check (status in ('open', 'approved', 'declined'))`,
      requested_at: 'timestamptz not null',
      responded_at: `timestamptz check ((status = 'open') = (responded_at is null))`,
      responded_by: 'uuid',
      version: 'integer not null check (version > 0)',
    },
    constraints: [
      'foreign key (organization_id, prescription_id) references prescriptions.prescriptions (organization_id, id) on delete cascade',
    ],
    sealed: true,
    indexes: [
      `unique (organization_id, prescription_id) where status = 'open'`,
      `(organization_id, id) where status = 'open'`,
      '(organization_id, patient_id, id)',
    ],
  }),
}
