import type { Migration } from '../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../platform/database/migrate/tenant-table.ts'
import { timesOfChange } from '../../../../platform/database/migrate/times-of-change.ts'

/** Which member was reminded by e-mail on which day, of how much. One a day: two processes never send two. */
export const reminders: Migration = {
  id: 'obligations/0250-reminders',
  statements: [
    ...tenantTable({
      schema: 'obligations',
      name: 'reminders',
      columns: {
        member_id: 'uuid not null',
        day: 'text not null',
        soon: 'integer not null check (soon >= 0)',
        overdue: 'integer not null check (overdue >= 0)',
        status: `text not null check (status in ('queued', 'sent', 'refused'))`,
      },
      constraints: ['unique (organization_id, member_id, day)'],
      indexes: [`(organization_id, id) where status = 'queued'`],
    }),
    ...timesOfChange('obligations', ['reminders']),
  ],
}
