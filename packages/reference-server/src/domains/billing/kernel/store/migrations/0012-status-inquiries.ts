import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/** Questions to payers about claims (276), and their answers (277). */
export const billing0012: Migration = {
  id: 'billing/0012-status-inquiries',
  statements: tenantTable({
    schema: 'billing',
    name: 'status_inquiries',
    columns: {
      trace: 'text not null',
      claim_id: 'uuid not null',
      patient_id: 'uuid not null',
      control_number: 'integer not null',
      asked_by: `text not null check (asked_by in ('member', 'server'))`,
      state: `text not null check (state in ('sending', 'answered', 'rejected', 'undelivered'))`,
      code: 'text',
      asked_at: 'timestamptz not null',
      answered_at: 'timestamptz',
      version: 'integer not null check (version > 0)',
    },
    constraints: [
      'foreign key (organization_id, claim_id) references billing.claims (organization_id, id)',
      `check ((state = 'answered') = (answered_at is not null))`,
    ],
    sealed: true,
    indexes: [
      'unique (organization_id, trace)',
      '(organization_id, control_number)',
      '(organization_id, claim_id, id)',
    ],
  }),
}
