import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import { appointmentMissed } from '../events.ts'
import { missAppointment } from '../model/appointment.ts'
import type { SchedulingPolicy } from '../model/scheduling-policy.ts'
import { lockOverdueAppointments, updateAppointment } from '../store/appointments.ts'

const batch = 100

/** Marks appointments whose patient never checked in. Follow-up receives the event and offers a new time. */
export const markMissedAppointments = (
  organizationIds: () => Promise<readonly string[]>,
  run: RunForOrganization,
  policy: SchedulingPolicy,
): DomainJob => ({
  name: 'scheduling.mark-missed-appointments',
  everySeconds: 60,
  run: async (now) => {
    const before = new Date(now.getTime() - policy.noShowMinutes * 60_000)
    for (const organizationId of await organizationIds()) {
      let found: number
      do {
        found = await run(organizationId, now, async ({ tx, emit }) => {
          const overdue = await lockOverdueAppointments(tx, before, batch)
          for (const appointment of overdue) {
            const missed = missAppointment(appointment, policy.noShowMinutes, now)
            if (!missed) continue
            await updateAppointment(tx, missed)
            await emit(appointmentMissed(missed))
          }
          return overdue.length
        })
      } while (found === batch)
    }
  },
})
