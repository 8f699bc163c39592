import { operation } from '../../../platform/contracts/operation.ts'
import { loginReleased } from '../events.ts'
import { deleteIdentities, type KnownPerson } from '../store/identities.ts'
import { lockPatient } from '../store/patients.ts'

/** The patient keeps rights to act for others, which are active again once a new invitation is accepted. */
export const releasePatientLogin = operation()('releasePatientLogin', {
  keep: async ({ path: { patientId } }, _, context) => {
    await lockPatient(context.tx, context, patientId)
    const person: KnownPerson = { kind: 'patient', personId: patientId }
    if (await deleteIdentities(context.tx, person)) await context.emit(loginReleased(person))
    return { status: 200, body: { patientId, status: 'none' as const } }
  },
})
