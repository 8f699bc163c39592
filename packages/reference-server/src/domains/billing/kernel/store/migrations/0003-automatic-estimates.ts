import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** Who issued an estimate, what the server lacks to issue it, and which prices it was last checked against. */
export const billing0003: Migration = {
  id: 'billing/0003-automatic-estimates',
  statements: [
    `alter table billing.estimates
      add column issued_by text check (issued_by in ('server', 'member')),
      add column missing text[] not null default '{}',
      add column fee_version integer`,
    `create index estimates_by_server_and_day on billing.estimates (organization_id, service_on, id)
      where status = 'issued' and issued_by = 'server'`,
    `create index estimates_by_due_and_id on billing.estimates (organization_id, due_before, id) where status = 'due'`,
  ],
}
