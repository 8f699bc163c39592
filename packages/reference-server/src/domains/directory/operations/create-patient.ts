import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import type { DecideContext, WriteContext } from '../../../platform/contracts/context.ts'
import { patientChanged } from '../events.ts'
import { validatePatient } from '../model/validate-records.ts'
import type { Patient } from '../model/patient.ts'
import { writtenBy } from '../model/written-by.ts'
import { presentPatient } from '../presenters/present-patient.ts'
import { recordNumberTaken, requireNoFaults } from '../problems.ts'
import type { Identity } from '../store/identities.ts'
import { indexPatient, insertPatient, type PatientIndexes } from '../store/patients.ts'
import { registerIdentity } from '../store/register-identity.ts'
import { storeInTransaction } from '../workflows/store-in-transaction.ts'

type GivenPatient = components['schemas']['CreatePatient'] & { readonly id?: string }

const newPatient = (
  given: GivenPatient,
  indexes: PatientIndexes,
  { newId, access }: Pick<DecideContext, 'newId' | 'access'>,
) => {
  const patient: Patient = { ...given, ...writtenBy(given, {}, 'staff'), id: given.id ?? newId(), version: 1 }
  access.touch(patient.id)
  return {
    writes: [insertPatient(patient, indexes)],
    events: [patientChanged(patient)],
    otherwise: (): never => {
      throw recordNumberTaken()
    },
    answer: patient,
  }
}

/** For seeds and imports, which may provide an id (UUID) and a sign-in that the operator vouches for. */
export const registerPatient = async (
  context: WriteContext,
  { identity, ...given }: GivenPatient & { readonly identity?: Identity },
): Promise<components['schemas']['Patient']> => {
  requireNoFaults(validatePatient(given, context.now))
  const indexes = await indexPatient(context.tx, context, given)
  const patient = await storeInTransaction(context, newPatient(given, indexes, context))
  if (identity) await registerIdentity(context, identity, { kind: 'patient', personId: patient.id })
  return presentPatient(patient, { kind: 'member' })
}

export const createPatient = operation()('createPatient', {
  gather: async ({ body }, _, context) => {
    requireNoFaults(validatePatient(body, context.now))
    return indexPatient(context.db, context, body)
  },
  decide: ({ body }, indexes, context) => {
    const { answer: patient, ...change } = newPatient(body, indexes, context)
    const headers = { location: `/v1/patients/${patient.id}` }
    return { ...change, answer: { status: 201, headers, body: presentPatient(patient, context.caller) } }
  },
})
