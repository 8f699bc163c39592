import { operation } from '../../../platform/contracts/operation.ts'
import { calendarFile } from '../model/calendar-file.ts'
import type { SchedulingPorts } from '../ports.ts'
import { readAppointment } from '../store/appointments.ts'
import { requireSight } from '../workflows/see-appointment.ts'

export const getAppointmentCalendar = operation<SchedulingPorts>()('getAppointmentCalendar', {
  gather: async (_, { directory }, reading) => {
    const [{ name }, scopesFor] = await Promise.all([directory.organization(reading), directory.scopesFor(reading)])
    return { name, scopesFor }
  },
  read: async ({ path: { appointmentId }, headers }, { name, scopesFor }, reading) => {
    const { caller, access, db } = reading
    const appointment = await readAppointment(db, reading, appointmentId)
    requireSight(scopesFor, appointment.patientId)
    access.touch(appointment.patientId)
    const body = calendarFile(appointment, {
      organizationName: name,
      organizationId: caller.organizationId,
      portal: caller.origin,
      language: headers['accept-language'] ?? 'en',
    })
    return { status: 200, headers: { 'content-disposition': 'attachment; filename="appointment.ics"' }, body }
  },
})
