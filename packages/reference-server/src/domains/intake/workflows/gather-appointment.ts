import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Author } from '../model/intake-form.ts'
import type { IntakeAppointment, IntakePorts } from '../ports.ts'

export interface LoadedAppointment {
  readonly appointment: IntakeAppointment
  /** The capacity in which the caller reads or answers. */
  readonly author: Author
}

/** The appointment of the questionnaires, for a caller who may act in the patient's visits. */
export const gatherAppointment = async (
  ports: IntakePorts,
  context: ReadContext,
  appointmentId: string,
): Promise<LoadedAppointment> => {
  const appointment = await ports.scheduling.appointment(context, appointmentId)
  context.access.touch(appointment.patientId)
  const { personId } = context.caller
  const acting = await ports.directory.actingFor(context, appointment.patientId, 'visit')
  if (acting.as === 'patient') return { appointment, author: { personId, kind: 'patient', relationship: 'self' } }
  if (acting.as === 'staff') return { appointment, author: { personId, kind: 'member', relationship: 'staff' } }
  return { appointment, author: { personId, kind: 'proxy', relationship: acting.relationship } }
}
