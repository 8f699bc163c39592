import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** A response to an eligibility inquiry may be held. Why is encrypted with it. */
export const heldEligibilities: Migration = {
  id: 'billing/0041-held-eligibilities',
  statements: [
    `alter table billing.eligibilities
      drop constraint eligibilities_status_check,
      add constraint eligibilities_status_check
        check (status in ('pending', 'active', 'inactive', 'unknown-member', 'no-response', 'held'))`,
  ],
}
