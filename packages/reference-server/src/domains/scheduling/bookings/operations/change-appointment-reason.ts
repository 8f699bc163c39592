import { operation } from '../../../../platform/contracts/operation.ts'
import { appointmentReasonChanged } from '../../events.ts'
import { changeReason } from '../../kernel/model/appointment.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { appointments, decryptDetails, readAppointment } from '../../kernel/store/appointments.ts'
import { readAppointmentPresenter } from '../workflows/read-appointment-presenter.ts'

/** The patient's own words about the visit, as they are from now on. */
export const changeAppointmentReason = operation<SchedulingPorts>()('changeAppointmentReason', {
  gather: async ({ path: { appointmentId } }, ports, context) => {
    const appointment = await readAppointment(context.db, context, appointmentId)
    await ports.directory.actingFor(context, appointment.patientId, 'visit')
    const [{ present }, details] = await Promise.all([
      readAppointmentPresenter(ports, context, [appointment]),
      decryptDetails(context.db, context, appointment),
    ])
    return { appointment, details, present }
  },

  decide: ({ body: { reason } }, { appointment: before, details: known, present }, { now }) => {
    const after = changeReason(before, now)
    const details = { ...known, reason }
    return {
      writes: [appointments.replace(after, before, details)],
      events: [appointmentReasonChanged(after)],
      answer: { status: 200, body: present(after, details) },
    }
  },
})
