import type { Migration } from '../../../../platform/contracts/migration.ts'

/** The views of accesses and of their numbers in the chain, with what they read as the caller. */
export const sequenceReading: Migration = {
  id: 'compliance/0002-sequence-reading',
  statements: [
    'grant execute on function audit.sequence_of to visitkit_compliance',
    // An installation of an earlier release has only the rights on the tables that were replaced.
    'grant select on audit.accesses, audit.access_rows, audit.links to visitkit_compliance',
  ],
}
