import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

const schema = 'billing'
const claimOf = 'foreign key (organization_id, claim_id) references billing.claims (organization_id, id)'

/** What the desk does about a claim that was not paid in full, and the ledger's account for what is written off. */
export const billing0008: Migration = {
  id: 'billing/0008-denials',
  statements: [
    ...tenantTable({
      schema,
      name: 'claim_notes',
      columns: {
        claim_id: 'uuid not null',
        root_id: 'uuid not null',
        patient_id: 'uuid not null',
        author_id: 'uuid not null',
        at: 'timestamptz not null',
      },
      constraints: [claimOf],
      sealed: true,
      appendOnly: true,
      indexes: ['(organization_id, root_id, id)'],
    }),
    ...tenantTable({
      schema,
      name: 'appeals',
      columns: {
        claim_id: 'uuid not null',
        root_id: 'uuid not null',
        visit_id: 'uuid not null',
        patient_id: 'uuid not null',
        author_id: 'uuid not null',
        state: `text not null check (state in ('draft', 'sent', 'answered'))`,
        answer: `text check (answer in ('granted', 'partly', 'refused'))`,
        due_on: 'text not null check (length(due_on) = 10)',
        note_version: 'integer',
        made_at: 'timestamptz not null',
        sent_at: 'timestamptz',
        answered_at: 'timestamptz',
        version: 'integer not null check (version > 0)',
      },
      constraints: [
        claimOf,
        `check ((state = 'draft') = (sent_at is null) and (state = 'answered') = (answered_at is not null)
          and (state = 'answered') = (answer is not null))`,
      ],
      sealed: true,
      indexes: [
        '(organization_id, root_id, id)',
        `unique (organization_id, root_id) where state <> 'answered'`,
        `(organization_id, visit_id) where state = 'sent'`,
      ],
    }),
    ...tenantTable({
      schema,
      name: 'write_offs',
      columns: {
        claim_id: 'uuid not null',
        root_id: 'uuid not null',
        visit_id: 'uuid not null',
        patient_id: 'uuid not null',
        claim_number: 'text not null',
        amount_cents: 'bigint not null check (amount_cents > 0)',
        reason: `text not null check (reason in
          ('filing-too-late', 'not-covered', 'authorization-missing', 'appeal-refused', 'small-amount', 'other'))`,
        state: `text not null check (state in ('asked', 'approved', 'refused', 'undone'))`,
        claim_state: 'text not null',
        asked_by: 'uuid not null',
        asked_at: 'timestamptz not null',
        decided_by: 'uuid',
        decided_at: 'timestamptz',
        version: 'integer not null check (version > 0)',
      },
      constraints: [
        claimOf,
        `check ((state = 'asked') = (decided_by is null) and (state = 'asked') = (decided_at is null))`,
        // No one approves what they asked for.
        `constraint write_offs_by_two check (state not in ('approved', 'undone') or decided_by <> asked_by)`,
      ],
      sealed: true,
      indexes: [
        '(organization_id, root_id, id)',
        `unique (organization_id, root_id) where state in ('asked', 'approved')`,
        `(organization_id, id) where state = 'asked'`,
      ],
    }),
    `alter table billing.visit_accounts
      add column written_off_cents bigint not null default 0,
      drop constraint visit_accounts_check,
      add constraint visit_accounts_add_up check (insurance_cents + patient_cents
        = charge_cents - insurance_paid_cents - discount_cents - written_off_cents - patient_paid_cents)`,
    // The start of a number is searched byte by byte, in any collation of the database.
    'create index claims_by_number_start on billing.claims (organization_id, number collate "C")',
    'create index visit_accounts_by_open on billing.visit_accounts (organization_id, id) where insurance_cents > 0',
    `alter table billing.entries
      drop constraint entries_kind_check,
      add constraint entries_kind_check check
        (kind in ('charge', 'payer-payment', 'adjustment', 'write-off', 'transfer', 'patient-payment', 'refund'))`,
  ],
}
