import type { Migration } from '../../../../platform/contracts/migration.ts'

/** The ledger names guests by their ids: one that is free again could name another person. */
export const guestsStay: Migration = {
  id: 'visits/0250-guests-stay',
  statements: ['revoke delete on visits.guests from visitkit_visits'],
}
