import type { ReadContext } from '../../../../platform/contracts/context.ts'
import {
  decryptDetails,
  readAppointment,
  type AppointmentDetails,
  type EncryptedAppointment,
} from '../../kernel/store/appointments.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { readAppointmentPresenter, type AppointmentPresenter } from './read-appointment-presenter.ts'

export interface LoadedDetails extends AppointmentPresenter {
  readonly appointment: EncryptedAppointment
  readonly details: AppointmentDetails
}

/** An appointment whose details the patient changes, or a person who may act for them at visits. */
export const gatherDetails = async (
  ports: SchedulingPorts,
  context: ReadContext,
  appointmentId: string,
): Promise<LoadedDetails> => {
  const appointment = await readAppointment(context.db, context, appointmentId)
  await ports.directory.actingFor(context, appointment.patientId, 'visit')
  const [presenter, details] = await Promise.all([
    readAppointmentPresenter(ports, context, [appointment]),
    decryptDetails(context.db, context, appointment),
  ])
  return { ...presenter, appointment, details }
}
