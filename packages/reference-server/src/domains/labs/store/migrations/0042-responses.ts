import type { Migration } from '../../../../platform/contracts/migration.ts'

/** A response about an order that does not fit waits for a person, as a result does. */
export const unmatchedResponses: Migration = {
  id: 'labs/0042-responses',
  statements: [
    'alter table labs.unmatched drop constraint unmatched_reason_check',
    `alter table labs.unmatched add constraint unmatched_reason_check
      check (reason in ('unknown-order', 'identity-differs', 'order-cancelled', 'foreign-laboratory', 'contradictory', 'unknown-code'))`,
  ],
}
