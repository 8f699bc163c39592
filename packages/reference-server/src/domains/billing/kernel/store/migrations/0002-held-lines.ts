import type { Migration } from '../../../../../platform/contracts/migration.ts'

const knownResolution = `in ('other-system', 'payer-corrected', 'returned', 'not-ours', 'no-money')`

/** What a person did about held lines, and about payments that do not balance. */
export const billing0002: Migration = {
  id: 'billing/0002-held-lines',
  statements: [
    `alter table billing.remittance_lines
      add column resolution text check (resolution in ('matched', 'external')),
      add column external_resolution text check (external_resolution ${knownResolution}),
      add column resolved_at timestamptz,
      add constraint remittance_lines_as_resolved check (
        (resolution is null) = (resolved_at is null)
        and (resolution is not distinct from 'external') = (external_resolution is not null)
        and (resolution is null or hold_reason is not null))`,
    `create index remittance_lines_by_waiting on billing.remittance_lines (organization_id, id)
      where hold_reason is not null and resolution is null`,
    `alter table billing.remittances
      add column unbalanced boolean not null default false,
      add column external_resolution text check (external_resolution ${knownResolution}),
      drop constraint remittances_status_check,
      add constraint remittances_status_check check (status in ('posted', 'needs-work', 'resolved-externally'))`,
    // Candidates for a line that matches no claim are searched by charge and date.
    'create index claims_by_charge_and_day on billing.claims (organization_id, charge_cents, service_day, id)',
  ],
}
