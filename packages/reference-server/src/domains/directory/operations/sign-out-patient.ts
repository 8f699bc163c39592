import { operation } from '../../../platform/contracts/operation.ts'
import { personSignedOut } from '../events.ts'
import { readPatientLogin } from '../store/identities.ts'
import { lockPatient } from '../store/patients.ts'

export const signOutPatient = operation()('signOutPatient', {
  keep: async ({ path: { patientId } }, _, context) => {
    await lockPatient(context.tx, context, patientId)
    await context.emit(personSignedOut(patientId, 'patient'))
    return { status: 200, body: await readPatientLogin(context.tx, patientId) }
  },
})
