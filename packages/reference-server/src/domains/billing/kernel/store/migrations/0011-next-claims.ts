import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/** Claims to the payer that answers after another one. One at a time is with that payer. */
export const billing0011: Migration = {
  id: 'billing/0011-next-claims',
  statements: tenantTable({
    schema: 'billing',
    name: 'next_claims',
    columns: {
      number: 'text not null',
      claim_id: 'uuid not null',
      root_id: 'uuid not null',
      posting_id: 'uuid not null',
      patient_id: 'uuid not null',
      coverage_id: 'uuid not null',
      payer_id: 'uuid not null',
      state: `text not null check (state in ('sending', 'received', 'accepted', 'rejected', 'undelivered', 'answered'))`,
      code: 'text',
      control_number: 'integer not null',
      sent_at: 'timestamptz not null',
      changed_at: 'timestamptz not null',
      version: 'integer not null check (version > 0)',
    },
    constraints: ['foreign key (organization_id, claim_id) references billing.claims (organization_id, id)'],
    sealed: true,
    indexes: [
      'unique (organization_id, number)',
      '(organization_id, control_number)',
      '(organization_id, posting_id, id)',
      `unique (organization_id, posting_id, coverage_id) where state not in ('rejected', 'undelivered')`,
    ],
  }),
}
