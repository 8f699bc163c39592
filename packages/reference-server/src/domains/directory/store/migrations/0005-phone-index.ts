import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Staff find who calls. The numbers of patients from before are indexed by a job, because each has to be decrypted. */
export const phoneIndex: Migration = {
  id: 'directory/0005-phone-index',
  statements: [
    'alter table directory.patients add column phone_index bytea',
    `create index patients_by_phone_index on directory.patients (organization_id, phone_index, id)
      where phone_index is not null`,
  ],
}
