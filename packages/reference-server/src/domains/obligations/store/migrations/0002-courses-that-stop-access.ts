import type { Migration } from '../../../../platform/contracts/migration.ts'

/** Courses from before stop no access. */
export const coursesThatStopAccess: Migration = {
  id: 'obligations/0002-courses-that-stop-access',
  statements: ['alter table obligations.courses add column stops_access boolean not null default false'],
}
