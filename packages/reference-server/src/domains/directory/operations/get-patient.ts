import { operation } from '../../../platform/contracts/operation.ts'
import { presentPatient } from '../presenters/present-patient.ts'
import { actingFor } from '../store/acting-for.ts'
import { readPatient } from '../store/patients.ts'

export const getPatient = operation()('getPatient', {
  read: async ({ path }, _, context) => {
    await actingFor(context.db, context.caller, path.patientId, 'record', context.now)
    const patient = await readPatient(context.db, context, path.patientId)
    return { status: 200, body: presentPatient(patient, context.caller) }
  },
})
