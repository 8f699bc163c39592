import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Null until the clinic says it: some laws about consent to telehealth are about one profession. */
export const professions: Migration = {
  id: 'directory/0260-professions',
  statements: ['alter table directory.practitioners add column profession text'],
}
