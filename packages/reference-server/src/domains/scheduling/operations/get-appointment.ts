import { operation } from '../../../platform/contracts/operation.ts'
import type { SchedulingPorts } from '../ports.ts'
import { readAppointment } from '../store/appointments.ts'
import { readAppointmentContext } from '../workflows/read-appointment-context.ts'
import { detailsInSight, requireSight } from '../workflows/see-appointment.ts'

export const getAppointment = operation<SchedulingPorts>()('getAppointment', {
  read: async ({ path: { appointmentId } }, _, reading, ports) => {
    const appointment = await readAppointment(reading.db, reading, appointmentId)
    const [{ describe }, scopesFor] = await Promise.all([
      readAppointmentContext(ports, reading, [appointment]),
      ports.directory.scopesFor(reading),
    ])
    requireSight(scopesFor, appointment.patientId)
    const details = await detailsInSight(reading.db, reading, scopesFor, appointment)
    return { status: 200, body: describe(appointment, details) }
  },
})
