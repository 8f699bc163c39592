import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { acrossOrganizations } from '../../../../../platform/database/migrate/across-organizations.ts'

/**
 * A time knows what it is for: rows of `busy` with the same occupant may overlap, so that a visit can move by a few minutes. A patient is in
 * one place at a time. Appointments from before this migration have no time of booking and are exempt.
 */
export const whoAsks: Migration = {
  id: 'scheduling/0002-who-asks',
  statements: [
    // The appointment that takes the time, or for a hold the hold itself or the appointment that it moves.
    'alter table scheduling.busy add column occupant uuid',
    ...acrossOrganizations(
      ['scheduling.busy', 'scheduling.appointments'],
      `update scheduling.busy as busy set occupant = coalesce(
         (select appointment.id from scheduling.appointments as appointment
            where appointment.organization_id = busy.organization_id and appointment.busy_id = busy.id), busy.id)`,
    ),
    'alter table scheduling.busy alter column occupant set not null',
    'alter table scheduling.busy drop constraint busy_once',
    `alter table scheduling.busy add constraint busy_once exclude using gist
       (organization_id with =, practitioner_id with =, during with &&, occupant with <>) where (active)`,
    'alter table scheduling.holds add column occupant uuid',
    ...acrossOrganizations('scheduling.holds', 'update scheduling.holds set occupant = id'),
    'alter table scheduling.holds alter column occupant set not null',
    'alter table scheduling.holds add column language text',
    'alter table scheduling.holds add column appointment_id uuid',
    // When a hold that was left would have expired.
    'alter table scheduling.holds add column left_from timestamptz',
    'alter table scheduling.visit_types add column version integer not null default 1',
    'alter table scheduling.appointments add column state_code text',
    'alter table scheduling.appointments add column booked_at timestamptz',
    `alter table scheduling.appointments add constraint patient_once exclude using gist
       (organization_id with =, patient_id with =, tstzrange(start_at, end_at) with &&)
       where (status = 'booked' and booked_at is not null)`,
  ],
}
