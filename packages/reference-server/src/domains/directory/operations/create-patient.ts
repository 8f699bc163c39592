import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { patientChanged } from '../events.ts'
import { validatePatient } from '../model/validate-records.ts'
import type { Patient } from '../model/patient.ts'
import { requireNoFaults } from '../problems.ts'
import type { Identity } from '../store/identities.ts'
import { insertPatient } from '../store/patients.ts'
import { registerIdentity } from '../store/register-identity.ts'

/** Also used by seeds and imports, which may provide an id (UUID) and a sign-in that the operator vouches for. */
export const registerPatient = async (
  context: WriteContext,
  {
    id,
    identity,
    ...given
  }: components['schemas']['CreatePatient'] & { readonly id?: string; readonly identity?: Identity },
): Promise<Patient> => {
  requireNoFaults(validatePatient(given, context.now))
  const patient: Patient = { ...given, id: id ?? context.newId(), version: 1 }
  await insertPatient(context.tx, context, patient)
  if (identity) await registerIdentity(context, identity, { kind: 'patient', personId: patient.id })
  await context.emit(patientChanged(patient))
  return patient
}

export const createPatient = operation()('createPatient', {
  keep: async ({ body }, _, context) => {
    const patient = await registerPatient(context, body)
    return { status: 201, headers: { location: `/v1/patients/${patient.id}` }, body: patient }
  },
})
