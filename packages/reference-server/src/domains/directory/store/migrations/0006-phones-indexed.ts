import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Distinguishes a patient without a telephone number from one whose number has no index yet. The job `directory.index-phones` looks for the latter. */
export const phonesIndexed: Migration = {
  id: 'directory/0006-phones-indexed',
  statements: [
    'alter table directory.patients add column phone_indexed boolean not null default false',
    'create index patients_without_phone_index on directory.patients (organization_id, id) where not phone_indexed',
  ],
}
