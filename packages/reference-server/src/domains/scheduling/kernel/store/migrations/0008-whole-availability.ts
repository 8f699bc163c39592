import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { acrossOrganizations } from '../../../../../platform/database/migrate/across-organizations.ts'

/**
 * A server from before there was time off stores an availability without it. While a deployment is upgraded, that would delete the time off of
 * everyone whose hours are saved: the database refuses it.
 */
export const wholeAvailability: Migration = {
  id: 'scheduling/0008-whole-availability',
  statements: [
    ...acrossOrganizations(
      'scheduling.availability',
      `update scheduling.availability set rules = '{"exceptions": [], "timeOff": []}'::jsonb || rules, xid = pg_current_xact_id()
        where not rules ?& array['weekly', 'exceptions', 'timeOff']`,
    ),
    `alter table scheduling.availability add constraint availability_whole
       check (rules ?& array['weekly', 'exceptions', 'timeOff'])`,
  ],
}
