import type { Migration } from '../../../../platform/contracts/migration.ts'

/** A result of one laboratory for the order of another waits for a person. */
export const foreignLaboratory: Migration = {
  id: 'labs/0041-foreign-laboratory',
  statements: [
    'alter table labs.unmatched drop constraint unmatched_reason_check',
    `alter table labs.unmatched add constraint unmatched_reason_check
      check (reason in ('unknown-order', 'identity-differs', 'order-cancelled', 'foreign-laboratory'))`,
  ],
}
