import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Whoever takes a seat depends on the seats of others: two at once are told apart by this number, without a lock. */
export const seatsVersion: Migration = {
  id: 'visits/0003-seats-version',
  statements: ['alter table visits.visits add column seats_version integer not null default 0'],
}
