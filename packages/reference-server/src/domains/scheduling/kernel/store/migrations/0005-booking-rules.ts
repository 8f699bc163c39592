import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/** Staff lift the rules of booking for one visit, and say why. */
export const bookingRules: Migration = {
  id: 'scheduling/0005-booking-rules',
  statements: [
    'alter table scheduling.holds add column overridden boolean not null default false',
    'alter table scheduling.appointments add column overridden boolean not null default false',
    // The reason of a hold, encrypted. Few holds have one, so the others need no encrypted column.
    ...tenantTable({
      schema: 'scheduling',
      name: 'hold_overrides',
      columns: { patient_id: 'uuid' },
      sealed: true,
      constraints: [
        'foreign key (organization_id, id) references scheduling.holds (organization_id, id) on delete cascade',
      ],
    }),
  ],
}
