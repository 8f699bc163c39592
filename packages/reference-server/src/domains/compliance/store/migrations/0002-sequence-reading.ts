import type { Migration } from '../../../../platform/contracts/migration.ts'

/** The number of an access in the chain. */
export const sequenceReading: Migration = {
  id: 'compliance/0002-sequence-reading',
  statements: [
    'grant execute on function audit.sequence_of to visitkit_compliance',
    'grant select on audit.access_rows, audit.links to visitkit_compliance',
  ],
}
