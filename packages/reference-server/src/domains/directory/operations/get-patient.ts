import { operation } from '../../../platform/contracts/operation.ts'
import { actingFor } from '../store/acting-for.ts'
import { readPatient } from '../store/patients.ts'

export const getPatient = operation()('getPatient', {
  read: async ({ path }, _, context) => {
    await actingFor(context.db, context.caller, path.patientId, 'record', context.now)
    return { status: 200, body: await readPatient(context.db, context, path.patientId) }
  },
})
