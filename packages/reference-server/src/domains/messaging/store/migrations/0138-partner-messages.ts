import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'

/** Texts of people and reports of vendors, as they came. One with `reason` waits, or waited, for a person. */
export const partnerMessages: Migration = {
  id: 'messaging/0138-partner-messages',
  statements: tenantTable({
    schema: 'messaging',
    name: 'partner_messages',
    columns: {
      source: 'text not null',
      event_id: 'text not null',
      fingerprint: 'text not null',
      reader: 'text not null',
      received_at: 'timestamptz not null',
      kind: `text not null check (kind in ('text', 'text-report', 'video-report'))`,
      reason: 'text',
      state: `text not null check (state in ('applied', 'held', 'resolved'))`,
      urgent: 'boolean not null',
      number_index: 'bytea',
      patient_id: 'uuid',
      resolution: 'text',
      resolved_by: 'uuid',
      resolved_at: 'timestamptz',
    },
    constraints: [
      `check ((state = 'applied') = (reason is null))`,
      `check ((state = 'resolved') = (resolution is not null and resolved_by is not null and resolved_at is not null))`,
    ],
    sealed: true,
    indexes: [
      // The vendor delivers again what it is not sure to have delivered.
      'unique (organization_id, source, event_id, fingerprint)',
      `(organization_id, urgent, id) where state = 'held'`,
      '(organization_id, patient_id) where patient_id is not null',
    ],
  }),
}
