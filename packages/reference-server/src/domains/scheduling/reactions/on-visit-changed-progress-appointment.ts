import { onEvents, type PageSteps } from '../../../platform/contracts/reaction.ts'
import { appointmentProgressed } from '../events.ts'
import { statusesBefore } from '../model/appointment.ts'
import type { SchedulingPorts } from '../ports.ts'
import { progressAppointment } from '../store/appointments.ts'

type Stage = 'visits.checked-in' | 'visits.started' | 'visits.ended'

const progressTo = (
  status: 'checked-in' | 'in-progress' | 'completed',
): PageSteps<Stage, SchedulingPorts, undefined> => ({
  keep: async (page, _, { tx, now, emit }) => {
    for (const { data } of page) {
      const after = await progressAppointment(tx, data.appointmentId, status, statusesBefore(status), now)
      if (after) await emit(appointmentProgressed(after))
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
