import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import { outreachRequested } from '../events.ts'
import { gatherAudience } from '../workflows/gather-audience.ts'
import { beginRecovery } from '../model/recovery.ts'
import { raiseTask } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raiseTasks } from '../workflows/raise-tasks.ts'
import { insertRecoveryOnce } from '../store/recoveries.ts'

/** How far ahead the patient's other appointments are considered. Milliseconds. */
const ahead = 365 * 86_400_000

/**
 * The patient did not come: sends the first outreach at once and raises a task for the front desk. Not for a patient who has another
 * appointment in this specialty, or comes every week.
 */
export const onAppointmentMissedBeginRecovery = onEvent<FollowUpContext>()(
  ['scheduling.appointment-missed'],
  'follow_up.begin-recovery-on-appointment-missed',
  {
    gather: async ({ data }, ports, context) => {
      const { type, patientId, practitionerId } = await ports.scheduling.appointment(context, data.appointmentId)
      const upcoming = await ports.scheduling.appointments(context, {
        patientId,
        from: context.now,
        to: new Date(context.now.getTime() + ahead),
        status: 'booked',
      })
      if (upcoming.some((each) => each.type.specialty === type.specialty)) return nothingToDo
      return {
        specialty: type.specialty,
        audience: await gatherAudience(ports, context, { specialty: type.specialty, patientId }),
        policy: ports.policy,
        treating: await ports.directory.practitioner(context, practitionerId),
      }
    },
    decide: ({ data: { appointmentId, patientId } }, { specialty, audience, policy, treating }, { now, newId }) => {
      const recovery = beginRecovery({ appointmentId, patientId, specialty, audience }, policy, now)
      const raised = {
        kind: 'no-show' as const,
        cause: `no-show:${appointmentId}`,
        source: { entity: 'Appointment' as const, id: appointmentId },
        patientId,
      }
      const task = raiseTasks([raiseTask(raised, policy.noShow.task, treating, newId(), now)])
      return {
        writes: [insertRecoveryOnce(recovery), ...task.writes],
        events: [outreachRequested({ patientId, kind: 'no-show', subjectId: appointmentId, audience }), ...task.events],
        answer: undefined,
        otherwise: () => ({ answer: undefined }),
      }
    },
  },
)
