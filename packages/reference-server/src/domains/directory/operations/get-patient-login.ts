import { operation } from '../../../platform/contracts/operation.ts'
import { readPatientLogin } from '../store/identities.ts'
import { readPatientZone } from '../store/patients.ts'

export const getPatientLogin = operation()('getPatientLogin', {
  read: async ({ path: { patientId } }, _, context) => {
    // Throws for a patient who is unknown in the organization.
    await readPatientZone(context.db, context, patientId)
    return { status: 200, body: await readPatientLogin(context.db, patientId) }
  },
})
