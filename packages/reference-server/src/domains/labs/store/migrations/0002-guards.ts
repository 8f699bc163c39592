import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Counters by which a change notices that what it gathered has changed. */
export const labs0002: Migration = {
  id: 'labs/0002-guards',
  statements: [
    'alter table labs.orders add column results_stored integer not null default 0 check (results_stored >= 0)',
    'alter table labs.unmatched add column version integer not null default 1 check (version > 0)',
  ],
}
