import type { ReadContext } from '../../../../platform/contracts/context.ts'
import {
  decryptDetails,
  readAppointment,
  type AppointmentDetails,
  type EncryptedAppointment,
} from '../../kernel/store/appointments.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { readAppointmentPresenter, type AppointmentPresenter } from './read-appointment-presenter.ts'

interface LoadedRequest extends AppointmentPresenter {
  readonly appointment: EncryptedAppointment
  readonly details: AppointmentDetails
  readonly calendar: OrganizationCalendar
}

/** An appointment that staff decide on: the front desk, or the practitioner and those who share their work. */
export const gatherRequest = async (
  ports: SchedulingPorts,
  context: ReadContext,
  appointmentId: string,
): Promise<LoadedRequest> => {
  const appointment = await readAppointment(context.db, context, appointmentId)
  context.access.requireOwner([appointment.practitionerId])
  const [presenter, details, calendar] = await Promise.all([
    readAppointmentPresenter(ports, context, [appointment]),
    decryptDetails(context.db, context, appointment),
    ports.slots.calendar(context),
  ])
  return { ...presenter, appointment, details, calendar }
}
