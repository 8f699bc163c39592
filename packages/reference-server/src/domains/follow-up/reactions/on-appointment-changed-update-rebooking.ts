import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { raiseTask } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { raiseTaskOnce, settleTasks } from '../workflows/raise-tasks.ts'
import { listOpenTasksBySource } from '../store/tasks.ts'

const hourMs = 3_600_000

/**
 * The clinic can no longer hold a visit as booked: the front desk gets one task to find another time. It ends when the appointment is moved,
 * cancelled, over, or supported again. One consumer for all of these, so that the task of a visit cannot be raised after it was settled.
 */
export const onAppointmentChangedUpdateRebooking = onEvents<FollowUpContext>()(
  [
    'scheduling.appointment-flagged',
    'scheduling.appointment-supported',
    'scheduling.appointment-rescheduled',
    'scheduling.appointment-cancelled',
    'scheduling.appointment-progressed',
    'scheduling.appointment-missed',
  ],
  'follow_up.update-rebooking-on-appointment-changed',
  {
    gather: async (page, { policy }, { db }) => {
      const concerned = page.filter((event) => !('purpose' in event.data) || event.data.reason === 'unsupported')
      if (concerned.length === 0) return nothingToDo
      const ids = concerned.map(({ data }) => data.appointmentId)
      return {
        rules: policy.rebook,
        open: await listOpenTasksBySource(db, page[0].organizationId, ['rebook-appointment'], ids),
        // Of several events of one appointment in a page only the last one says how it is now.
        last: new Map(concerned.map(({ id, data }) => [data.appointmentId, id])),
      }
    },
    decide: (event, { rules, open, last }, { now, newId }) => {
      const { appointmentId, patientId } = event.data
      if (last.get(appointmentId) !== event.id) return nothingToDo
      const tasks = open.filter(({ source }) => source?.id === appointmentId)
      if (event.type !== 'scheduling.appointment-flagged')
        return tasks.length === 0 ? nothingToDo : { ...settleTasks(tasks, now), answer: undefined }
      if (tasks.length > 0) return nothingToDo
      const isUrgent = Date.parse(event.data.start) - now.getTime() < rules.urgentHours * hourMs
      const raised = {
        kind: 'rebook-appointment' as const,
        cause: `rebook:${appointmentId}:${event.id}`,
        source: { entity: 'Appointment' as const, id: appointmentId },
        patientId,
      }
      const rule = isUrgent ? rules.urgent : rules.routine
      return raiseTaskOnce(raiseTask(raised, rule, { memberId: null }, newId(), now))
    },
  },
)
