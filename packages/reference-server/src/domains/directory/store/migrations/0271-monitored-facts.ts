import { acrossOrganizations } from '../../../../platform/database/migrate/across-organizations.ts'
import type { Migration } from '../../../../platform/contracts/migration.ts'

/**
 * What the access monitor asks: since when a member is disabled, and which record has the next number. Members from before have the time of
 * their last change. The job `directory.index-patients` reads patients from before again, because each has to be decrypted.
 */
export const monitoredFacts: Migration = {
  id: 'directory/0271-monitored-facts',
  statements: [
    'alter table directory.members add column disabled_at timestamptz',
    ...acrossOrganizations(
      'directory.members',
      `update directory.members set disabled_at = last_updated where status = 'disabled'`,
    ),
    'alter table directory.patients add column next_record_number_index bytea',
    ...acrossOrganizations(
      'directory.patients',
      'update directory.patients set names_indexed = false where record_number_index is not null',
    ),
  ],
}
