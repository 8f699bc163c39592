import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { patientChanged } from '../events.ts'
import { patientFaults } from '../model/faults.ts'
import type { Patient } from '../model/patient.ts'
import { refuseFaults } from '../problems.ts'
import type { Identity } from '../store/identities.ts'
import { insertPatient } from '../store/patients.ts'
import { registerIdentity } from '../store/register-identity.ts'

/** Also what a seed or an import does, which may bring an id (UUID) and, on the operator's word, the sign-in. */
export const registerPatient = async (
  keeping: Keeping,
  {
    id,
    identity,
    ...given
  }: components['schemas']['CreatePatient'] & { readonly id?: string; readonly identity?: Identity },
): Promise<Patient> => {
  refuseFaults(patientFaults(given, keeping.now))
  const patient: Patient = { ...given, id: id ?? keeping.newId(), version: 1 }
  await insertPatient(keeping.tx, keeping, patient)
  if (identity) await registerIdentity(keeping, identity, { kind: 'patient', personId: patient.id })
  await keeping.emit(patientChanged(patient))
  return patient
}

export const createPatient = operation()('createPatient', {
  keep: async ({ body }, _, keeping) => {
    const patient = await registerPatient(keeping, body)
    return { status: 201, headers: { location: `/v1/patients/${patient.id}` }, body: patient }
  },
})
