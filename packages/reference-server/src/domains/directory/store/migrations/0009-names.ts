import type { Migration } from '../../../../platform/contracts/migration.ts'

/**
 * Patients are found by each of their names, folded and transliterated, by their start too. The names of patients from before are indexed
 * by the job `directory.index-patients`, because each has to be decrypted; until then they are found by `family_index`. Practitioners have
 * names in parts.
 */
export const names: Migration = {
  id: 'directory/0009-names',
  statements: [
    `alter table directory.patients
      add column name_hashes text[] not null default '{}',
      add column names_indexed boolean not null default false`,
    'create index patients_by_name_hash on directory.patients using gin (name_hashes)',
    'create index patients_without_names_index on directory.patients (organization_id, id) where not names_indexed',
    'drop index directory.patients_without_phone_index',
    'alter table directory.practitioners add column names jsonb',
  ],
}
