import type { Migration } from '../../../../../platform/contracts/migration.ts'

/** With each message of a pharmacy, the version that has read it. */
export const readers: Migration = {
  id: 'prescriptions/0301-readers',
  statements: ['alter table prescriptions.messages add column reader text'],
}
