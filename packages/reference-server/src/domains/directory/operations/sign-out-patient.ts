import { operation } from '../../../platform/contracts/operation.ts'
import { personSignedOut } from '../events.ts'
import { findLinked } from '../store/identities.ts'
import { lockPatient } from '../store/patients.ts'

export const signOutPatient = operation()('signOutPatient', {
  keep: async ({ path: { patientId } }, _, context) => {
    await lockPatient(context.tx, context, patientId)
    const linked = await findLinked(context.tx, 'patient', [patientId])
    await context.emit(personSignedOut(patientId, 'patient'))
    return { status: 200, body: { patientId, status: linked.has(patientId) ? ('linked' as const) : ('none' as const) } }
  },
})
