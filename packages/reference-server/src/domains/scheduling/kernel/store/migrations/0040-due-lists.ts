import type { Migration } from '../../../../../platform/contracts/migration.ts'
import { organizationsDue } from '../../../../../platform/database/migrate/organizations-due.ts'

/** Which organizations its jobs have to look into. */
export const dueLists: Migration = {
  id: 'scheduling/0040-due-lists',
  statements: [
    organizationsDue(
      'scheduling.due_on_demand',
      `from scheduling.on_demand_requests where status = 'waiting' and renew_by <= due_by`,
    ),
    organizationsDue(
      'scheduling.due_offers',
      `from scheduling.waitlist_entries where status = 'offered' and offer_expires_at <= due_by`,
    ),
    organizationsDue(
      'scheduling.due_entries',
      `from scheduling.waitlist_entries as entry
        left join scheduling.appointments as appointment
          on appointment.organization_id = entry.organization_id and appointment.id = entry.appointment_id
        where entry.status = 'waiting'
          and (entry.to_at <= due_by or appointment.status <> 'booked' or appointment.start_at <= due_by)`,
    ),
    organizationsDue(
      'scheduling.waiting_entries',
      `from scheduling.waitlist_entries where status = 'waiting' and to_at > due_by`,
    ),
    organizationsDue(
      'scheduling.missed_bookings',
      `from scheduling.appointments where status = 'booked' and end_at <= due_by`,
    ),
    organizationsDue(
      'scheduling.due_requests',
      `from scheduling.appointments where status = 'requested' and answer_by <= due_by`,
    ),
  ],
}
