import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/** Staff lift the rules of booking for one visit, and say why. Practitioners have limits per day and week. */
export const bookingRules: Migration = {
  id: 'scheduling/0005-booking-rules',
  statements: [
    'alter table scheduling.holds add column overridden boolean not null default false',
    'alter table scheduling.appointments add column overridden boolean not null default false',
    // The start of the visit, if it counts toward the limits of the practitioner.
    'alter table scheduling.busy add column counted_at timestamptz',
    `update scheduling.busy as busy set counted_at = coalesce(
       (select appointment.start_at from scheduling.appointments as appointment
          where appointment.organization_id = busy.organization_id and appointment.busy_id = busy.id),
       (select hold.start_at from scheduling.holds as hold
          where hold.organization_id = busy.organization_id and hold.id = busy.id))`,
    'create index busy_by_counted_at on scheduling.busy (organization_id, practitioner_id, counted_at) where active',
    // How often a practitioner with limits was held: of two holds at once that were both decided to be the last one, one is decided again.
    'alter table scheduling.availability add column booking_version integer not null default 0',
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
