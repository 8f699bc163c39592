import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { IntakeAppointment, IntakePorts } from '../ports.ts'

/** Whether the medicines, the allergies and the address are still right. A visit does not wait for it. */
export const stillRight = 'still-right'

/** Codes of the questionnaires of an appointment, in order: who has visited before is first asked what has changed. */
export const askedQuestionnaires = async (
  { scheduling }: IntakePorts,
  context: ReadContext,
  { patientId, type: { questionnaires } }: IntakeAppointment,
): Promise<readonly string[]> =>
  (await scheduling.hasVisited(context, patientId)) ? [stillRight, ...questionnaires] : questionnaires
