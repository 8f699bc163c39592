import type { Migration } from '../../../../platform/contracts/migration.ts'

/** How many covers a member has started. Of two that are started at once, the second one is counted with the first. */
export const coversStarted: Migration = {
  id: 'directory/0004-covers-started',
  statements: ['alter table directory.members add column covers_started integer not null default 0'],
}
