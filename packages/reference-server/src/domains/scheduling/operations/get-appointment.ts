import { operation } from '../../../platform/http/operation.ts'
import type { SchedulingPorts } from '../ports.ts'
import { openDetails, readAppointment } from '../store/appointments.ts'
import { readAppointmentContext } from './read-appointment-context.ts'

export const getAppointment = operation<SchedulingPorts>()('getAppointment', {
  read: async ({ path: { appointmentId } }, _, reading, ports) => {
    const appointment = await readAppointment(reading.db, reading, appointmentId)
    const [{ describe }, details] = await Promise.all([
      readAppointmentContext(ports, reading, [appointment]),
      openDetails(reading.db, reading, appointment),
    ])
    return { status: 200, body: describe(appointment, details) }
  },
})
