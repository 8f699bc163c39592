import type { Migration } from '../../../../platform/contracts/migration.ts'

/**
 * People are disabled, replaced or ended, and never removed: the ledger names them by id for years, and an id that is free again could name
 * another person.
 */
export const peopleStay: Migration = {
  id: 'directory/0250-people-stay',
  statements: ['revoke delete on directory.members, directory.patients, directory.proxies from visitkit_directory'],
}
