import type { Migration } from '../../../../platform/contracts/migration.ts'

/** The record of the same person that is used instead. */
export const replacedRecords: Migration = {
  id: 'directory/0012-replaced-records',
  statements: [
    `alter table directory.patients add column replaced_by uuid check (replaced_by <> id),
       add foreign key (organization_id, replaced_by) references directory.patients (organization_id, id)`,
    `create index patients_by_replaced_by on directory.patients (organization_id, replaced_by) where replaced_by is not null`,
  ],
}
