import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { acrossOrganizations } from '../../../../../platform/database/migrate/across-organizations.ts'
import { tenantTable } from '../../../../../platform/database/migrate/tenant-table.ts'

/** Staff lift the rules of booking for one visit, and say why; practitioners have limits per day and week; patients request a time. */
export const bookingRules: Migration = {
  id: 'scheduling/0005-booking-rules',
  statements: [
    'alter table scheduling.holds add column overridden boolean not null default false',
    'alter table scheduling.appointments add column overridden boolean not null default false',
    // When a requested appointment is declined.
    'alter table scheduling.appointments add column answer_by timestamptz',
    'alter table scheduling.appointments drop constraint appointments_status_check',
    `alter table scheduling.appointments add constraint appointments_status_check check (status in
       ('requested', 'booked', 'checked-in', 'in-progress', 'completed', 'cancelled', 'no-show'))`,
    `alter table scheduling.appointments add constraint answered check ((answer_by is not null) = (status = 'requested'))`,
    "create index appointments_by_answer_by on scheduling.appointments (organization_id, answer_by) where status = 'requested'",
    'alter table scheduling.appointments drop constraint patient_once',
    `alter table scheduling.appointments add constraint patient_once exclude using gist
       (organization_id with =, patient_id with =, tstzrange(start_at, end_at) with &&)
       where (status in ('requested', 'booked') and booked_at is not null)`,
    // The start of the visit, if it counts toward the limits of the practitioner.
    'alter table scheduling.busy add column counted_at timestamptz',
    ...acrossOrganizations(
      ['scheduling.busy', 'scheduling.appointments', 'scheduling.holds'],
      `update scheduling.busy as busy set counted_at = coalesce(
         (select appointment.start_at from scheduling.appointments as appointment
            where appointment.organization_id = busy.organization_id and appointment.busy_id = busy.id),
         (select hold.start_at from scheduling.holds as hold
            where hold.organization_id = busy.organization_id and hold.id = busy.id))`,
    ),
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
