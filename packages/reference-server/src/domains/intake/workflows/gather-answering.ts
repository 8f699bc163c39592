import { notFound } from '../../../platform/problems/problem.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import type { IntakeAppointment, IntakePorts } from '../ports.ts'
import { appointmentClosed } from '../problems.ts'
import { gatherAppointment, type AppointmentAtHand } from './gather-appointment.ts'

/** `no-show` is what a timer made of a patient who is late and may still check in. */
const open: readonly IntakeAppointment['status'][] = ['booked', 'checked-in', 'in-progress', 'no-show']

/** The appointment that the answers belong to, and who gives them. */
export const gatherAnswering = async (
  ports: IntakePorts,
  reading: Reading,
  { appointmentId, questionnaireCode }: { readonly appointmentId: string; readonly questionnaireCode: string },
): Promise<AppointmentAtHand> => {
  const atHand = await gatherAppointment(ports, reading, appointmentId)
  const { type, status } = atHand.appointment
  if (!type.questionnaires.includes(questionnaireCode)) throw notFound('the visit type does not ask this questionnaire')
  if (!open.includes(status)) throw appointmentClosed()
  return atHand
}
