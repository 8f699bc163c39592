import { operation } from '../../../platform/contracts/operation.ts'
import { findLinked } from '../store/identities.ts'
import { readPatientZone } from '../store/patients.ts'

export const getPatientLogin = operation()('getPatientLogin', {
  read: async ({ path: { patientId } }, _, context) => {
    // Throws for a patient who is unknown in the organization.
    await readPatientZone(context.db, context, patientId)
    const linked = await findLinked(context.db, 'patient', [patientId])
    return { status: 200, body: { patientId, status: linked.has(patientId) ? ('linked' as const) : ('none' as const) } }
  },
})
