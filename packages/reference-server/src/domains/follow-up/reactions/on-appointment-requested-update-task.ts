import { nothingToDo, onEvents, type PageSteps } from '../../../platform/contracts/reaction.ts'
import { raiseTask } from '../model/task.ts'
import type { FollowUpContext } from '../ports.ts'
import { listOpenTasksBySource, type TaskFacts } from '../store/tasks.ts'
import { raiseTaskOnce, settleTasks } from '../workflows/raise-tasks.ts'

/** A patient has requested a time: the front desk answers before the server declines it. */
const onAppointmentRequestedRaiseTask = onEvents<FollowUpContext>()(
  ['scheduling.appointment-requested'],
  'follow_up.raise-task-on-appointment-requested',
  {
    gather: async (_, { policy }) => policy.request,
    decide: ({ data: { appointmentId, patientId, answerBy } }, rule, { newId, now }) => {
      const raised = {
        kind: 'answer-request' as const,
        cause: `answer-request:${appointmentId}`,
        source: { entity: 'Appointment' as const, id: appointmentId },
        patientId,
      }
      const task = raiseTask(raised, rule, { memberId: null }, newId(), now)
      const dueAt = new Date(Math.min(task.dueAt?.getTime() ?? Infinity, Date.parse(answerBy)))
      return raiseTaskOnce({ ...task, dueAt })
    },
  },
)

type Answered =
  'scheduling.appointment-approved' | 'scheduling.appointment-declined' | 'scheduling.appointment-cancelled'

/** The request is answered, or was withdrawn. */
const settle: PageSteps<Answered, FollowUpContext, readonly TaskFacts[]> = {
  gather: async (page, _, { db }) => {
    const appointmentIds = page.map(({ data }) => data.appointmentId)
    const open = await listOpenTasksBySource(db, page[0].organizationId, ['answer-request'], appointmentIds)
    return open.length === 0 ? nothingToDo : open
  },
  decide: ({ data }, open, { now }) => {
    const own = open.filter(({ source }) => source?.id === data.appointmentId)
    return own.length === 0 ? nothingToDo : { ...settleTasks(own, now), answer: undefined }
  },
}

export const onAppointmentRequestedUpdateTask = [
  onAppointmentRequestedRaiseTask,
  onEvents<FollowUpContext>()(
    ['scheduling.appointment-approved'],
    'follow_up.settle-task-on-appointment-approved',
    settle,
  ),
  onEvents<FollowUpContext>()(
    ['scheduling.appointment-declined'],
    'follow_up.settle-task-on-appointment-declined',
    settle,
  ),
  onEvents<FollowUpContext>()(
    ['scheduling.appointment-cancelled'],
    'follow_up.settle-task-on-appointment-cancelled',
    settle,
  ),
]
