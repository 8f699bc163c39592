import { operation } from '../../../platform/contracts/operation.ts'
import { presentContactChoice } from '../presenters/present-contact-choice.ts'
import { actingFor } from '../store/acting-for.ts'
import { readPatient } from '../store/patients.ts'

/** A proxy without the scope `record` does not learn where the patient can be reached in confidence. */
export const getContactChoice = operation()('getContactChoice', {
  read: async ({ path: { patientId } }, _, context) => {
    await actingFor(context.db, context.caller, patientId, 'record', context.now)
    return { status: 200, body: presentContactChoice(await readPatient(context.db, context, patientId)) }
  },
})
