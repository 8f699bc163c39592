import { notFound } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { IntakeAppointment, IntakePorts } from '../ports.ts'
import { appointmentClosed } from '../problems.ts'
import { stillRight } from './asked-questionnaires.ts'
import { gatherAppointment, type LoadedAppointment } from './gather-appointment.ts'

/** A job sets `no-show` for a patient who is late and may still check in. */
const open: readonly IntakeAppointment['status'][] = ['booked', 'checked-in', 'in-progress', 'no-show']

/** The appointment of the answers, and their author. */
export const gatherAnswering = async (
  ports: IntakePorts,
  context: ReadContext,
  { appointmentId, questionnaireCode }: { readonly appointmentId: string; readonly questionnaireCode: string },
): Promise<LoadedAppointment> => {
  const loaded = await gatherAppointment(ports, context, appointmentId)
  const { type, status } = loaded.appointment
  if (questionnaireCode !== stillRight && !type.questionnaires.includes(questionnaireCode))
    throw notFound('the visit type does not ask this questionnaire')
  if (!open.includes(status)) throw appointmentClosed()
  return loaded
}
