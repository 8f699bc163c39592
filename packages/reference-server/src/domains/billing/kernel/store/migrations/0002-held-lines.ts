import type { Migration } from '../../../../../platform/contracts/migration.ts'

const elsewhere = `in ('other-system', 'payer-corrected', 'returned', 'not-ours', 'no-money')`

/** What a person did about held lines, and about payments that do not balance. */
export const billing0002: Migration = {
  id: 'billing/0002-held-lines',
  statements: [
    `alter table billing.remittance_lines
      add column worked text check (worked in ('matched', 'elsewhere')),
      add column worked_elsewhere text check (worked_elsewhere ${elsewhere}),
      add column worked_at timestamptz,
      add constraint remittance_lines_as_worked check (
        (worked is null) = (worked_at is null)
        and (worked is not distinct from 'elsewhere') = (worked_elsewhere is not null)
        and (worked is null or held_because is not null))`,
    `create index remittance_lines_by_waiting on billing.remittance_lines (organization_id, id)
      where held_because is not null and worked is null`,
    `alter table billing.remittances
      add column unbalanced boolean not null default false,
      add column worked_elsewhere text check (worked_elsewhere ${elsewhere}),
      drop constraint remittances_status_check,
      add constraint remittances_status_check check (status in ('posted', 'needs-work', 'elsewhere'))`,
    // Candidates for a line that matches no claim are searched by charge and date.
    'create index claims_by_charge_and_day on billing.claims (organization_id, charge_cents, service_day, id)',
  ],
}
