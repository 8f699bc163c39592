import { operation } from '../../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { readAppointment } from '../../kernel/store/appointments.ts'
import { readAppointmentPresenter } from '../workflows/read-appointment-presenter.ts'
import { visibleDetails, requireVisibleAppointment } from '../workflows/require-visible-appointment.ts'

export const getAppointment = operation<SchedulingPorts>()('getAppointment', {
  read: async ({ path: { appointmentId } }, _, context, ports) => {
    const appointment = await readAppointment(context.db, context, appointmentId)
    const [{ present }, scopesFor] = await Promise.all([
      readAppointmentPresenter(ports, context, [appointment]),
      ports.directory.scopesFor(context),
    ])
    requireVisibleAppointment(scopesFor, appointment.patientId)
    const details = await visibleDetails(context.db, context, scopesFor, appointment)
    return { status: 200, body: present(appointment, details) }
  },
})
