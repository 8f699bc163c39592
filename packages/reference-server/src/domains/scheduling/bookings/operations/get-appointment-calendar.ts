import { operation } from '../../../../platform/contracts/operation.ts'
import { calendarFile } from '../model/calendar-file.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { readAppointment } from '../../kernel/store/appointments.ts'
import { requireVisibleAppointment } from '../workflows/require-visible-appointment.ts'

export const getAppointmentCalendar = operation<SchedulingPorts>()('getAppointmentCalendar', {
  gather: async (_, { directory, slots }, context) => {
    const [{ name, contact }, scopesFor, calendar] = await Promise.all([
      directory.organization(context),
      directory.scopesFor(context),
      slots.calendar(context),
    ])
    return { name, contact, scopesFor, calendar }
  },
  read: async ({ path: { appointmentId }, headers }, { name, contact, scopesFor, calendar }, context) => {
    const { caller, access, db } = context
    const appointment = await readAppointment(db, context, appointmentId)
    requireVisibleAppointment(scopesFor, appointment.patientId)
    access.touch(appointment.patientId)
    const modality = calendar.visitType(appointment.visitTypeId)?.modality
    const body = calendarFile(
      { ...appointment, modality },
      {
        organizationName: name,
        address: contact.address,
        organizationId: caller.organizationId,
        portal: caller.origin,
        language: headers['accept-language'] ?? 'en',
      },
    )
    return { status: 200, headers: { 'content-disposition': 'attachment; filename="appointment.ics"' }, body }
  },
})
