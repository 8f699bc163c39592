import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Substance use counseling notes have a kind of their own (42 CFR 2.11), and a note says whether its visit is about substance use. */
export const counselingNotes: Migration = {
  id: 'documentation/0300-counseling-notes',
  statements: [
    'alter table documentation.notes add column about_substance_use boolean not null default false',
    `alter table documentation.psychotherapy_notes add column kind text not null default 'psychotherapy'
      check (kind in ('psychotherapy', 'substance-use-counseling'))`,
  ],
}
