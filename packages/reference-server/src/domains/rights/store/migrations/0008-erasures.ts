import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Patients ask that their record is erased. A denial may name the day until which it has to be kept. */
export const erasures: Migration = {
  id: 'rights/0008-erasures',
  statements: [
    'alter table rights.requests drop constraint requests_kind_check',
    `alter table rights.requests add constraint requests_kind_check
       check (kind in ('correction', 'restriction', 'copy', 'erasure'))`,
    // A day, as the patient reads it.
    `alter table rights.requests add column kept_until text
       check ((kept_until is not null) = (ground is not null and ground = 'must-be-kept'))`,
  ],
}
