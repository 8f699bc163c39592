import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

export const alerts: Migration = {
  id: 'follow_up/0002-alerts',
  statements: tenantTable({
    schema: 'follow_up',
    name: 'alerts',
    columns: {
      patient_id: 'uuid not null',
      appointment_id: 'uuid not null',
      practitioner_id: 'uuid not null',
      code_index: 'bytea not null',
      raised_at: 'timestamptz not null',
      escalate_at: 'timestamptz check (escalate_at is null or (escalated_at is null and acknowledged_at is null))',
      escalated_at: 'timestamptz',
      shown_at: 'timestamptz',
      acknowledged_at: 'timestamptz check (acknowledged_at is null or shown_at is not null)',
      acknowledged_by: 'uuid check ((acknowledged_by is null) = (acknowledged_at is null))',
      version: 'integer not null check (version > 0)',
    },
    sealed: true,
    indexes: [
      // One alert per code and appointment: an event that arrives twice raises one.
      'unique (organization_id, code_index)',
      '(organization_id, appointment_id)',
      '(organization_id, patient_id, raised_at)',
      '(organization_id, raised_at, id) where acknowledged_at is null',
      '(organization_id, acknowledged_at, id) where acknowledged_at is not null',
      '(organization_id, escalate_at) where escalate_at is not null',
    ],
  }),
}
