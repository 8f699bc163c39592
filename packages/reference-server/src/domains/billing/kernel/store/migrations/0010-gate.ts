import type { Migration } from '../../../../../platform/contracts/migration.ts'

/**
 * Whose payments and responses are believed: the names under which a payer pays, and parts of mailbox files that are not about us. And what
 * a payer leaves to the patient while the next payer has not answered.
 */
export const billing0010: Migration = {
  id: 'billing/0010-gate',
  statements: [
    `alter table billing.payers add column pays_as jsonb not null default '[]'`,
    `alter table billing.mailbox_files
      drop constraint mailbox_files_state_check,
      add constraint mailbox_files_state_check
        check (state in ('stored', 'processed', 'unreadable', 'held', 'resolved-externally'))`,
    `alter table billing.postings
      add column next_coverage_id uuid,
      add column held_cents bigint not null default 0,
      add column next_answers jsonb not null default '[]',
      add constraint postings_as_held check ((next_coverage_id is null) = (held_cents = 0) and held_cents >= 0)`,
    `create index postings_by_next_payer on billing.postings (organization_id, id)
      where next_coverage_id is not null and reversed_by is null`,
    `create index postings_by_patient on billing.postings (organization_id, patient_id) where reversed_by is null`,
  ],
}
