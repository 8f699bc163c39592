import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { Database } from '../../../../platform/contracts/database.ts'
import type { KeepForOrganization } from '../../../../platform/system/keep-for-organization.ts'
import { organizationsWith } from '../../../../platform/system/organizations-with.ts'
import { appointmentMissed } from '../../events.ts'
import { missAppointment, type Appointment } from '../../kernel/model/appointment.ts'
import type { SchedulingPolicy } from '../../kernel/model/scheduling-policy.ts'
import { appointments, findAppointments, listOverdueAppointments } from '../../kernel/store/appointments.ts'

const batch = 100

/** Marks appointments whose patient never checked in. Follow-up receives the event and offers a new time. */
export const markMissedAppointments = (
  organizationIds: () => Promise<readonly string[]>,
  database: Pick<Database, 'reader'>,
  keep: KeepForOrganization,
  policy: SchedulingPolicy,
): DomainJob => ({
  name: 'scheduling.mark-missed-appointments',
  everySeconds: 60,
  run: async (now) => {
    const before = new Date(now.getTime() - policy.noShowMinutes * 60_000)
    const all = await organizationIds()
    const acrossOrganizations = database.reader({ domain: 'scheduling', organizationId: '' })
    for (const organizationId of await organizationsWith(
      acrossOrganizations,
      'scheduling.missed_bookings',
      all,
      before,
    )) {
      const db = database.reader({ domain: 'scheduling', organizationId })
      const markMissed = (found: Appointment): Promise<void> =>
        keep(organizationId, now, async (isRepeated) => {
          const current = isRepeated ? (await findAppointments(db, [found.id])).get(found.id) : found
          const missed = current && missAppointment(current, policy.noShowMinutes, now)
          if (!missed) return { answer: undefined }
          return {
            writes: [appointments.replace(missed, current)],
            events: [appointmentMissed(missed)],
            answer: undefined,
          }
        })
      let overdue: readonly Appointment[]
      do {
        overdue = await listOverdueAppointments(db, before, batch)
        await Promise.all(overdue.map(markMissed))
      } while (overdue.length === batch)
    }
  },
})
