import { onEvents, type PageSteps } from '../../../../platform/contracts/reaction.ts'
import { appointmentProgressed } from '../../events.ts'
import { statusesBefore, type Appointment } from '../../kernel/model/appointment.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { appointments, findAppointments } from '../../kernel/store/appointments.ts'

type Stage = 'visits.checked-in' | 'visits.started' | 'visits.ended'

const progressTo = (
  status: 'checked-in' | 'in-progress' | 'completed',
): PageSteps<Stage, SchedulingPorts, ReadonlyMap<string, Appointment>> => ({
  gather: (page, _, { db }) =>
    findAppointments(
      db,
      page.map(({ data }) => data.appointmentId),
    ),
  decide: ({ data }, found, { now }) => {
    const before = found.get(data.appointmentId)
    if (!before || !statusesBefore(status).includes(before.status)) return { answer: undefined }
    const after = { ...before, status, version: before.version + 1, updatedAt: now }
    return {
      writes: [appointments.replace(after, before)],
      events: [appointmentProgressed(after)],
      answer: undefined,
    }
  },
})

/** Updates the appointment with the status of its visit: checked in, in progress, completed. */
export const onVisitChangedProgressAppointment = [
  onEvents<SchedulingPorts>()(
    ['visits.checked-in'],
    'scheduling.appointment-checked-in-on-visit-checked-in',
    progressTo('checked-in'),
  ),
  onEvents<SchedulingPorts>()(
    ['visits.started'],
    'scheduling.appointment-in-progress-on-visit-started',
    progressTo('in-progress'),
  ),
  onEvents<SchedulingPorts>()(
    ['visits.ended'],
    'scheduling.appointment-completed-on-visit-ended',
    progressTo('completed'),
  ),
]
