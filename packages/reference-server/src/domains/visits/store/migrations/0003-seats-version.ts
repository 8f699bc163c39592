import type { Migration } from '../../../../platform/contracts/migration.ts'

/** A seat depends on the seats of others. Of two that are taken at once, the second one finds another number, without a lock. */
export const seatsVersion: Migration = {
  id: 'visits/0003-seats-version',
  statements: ['alter table visits.visits add column seats_version integer not null default 0'],
}
