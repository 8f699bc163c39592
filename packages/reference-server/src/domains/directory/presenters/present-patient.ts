import type { components } from '@visitkit/contract'
import type { Caller } from '../../../platform/contracts/caller.ts'
import { howToReach } from '../model/how-to-reach.ts'
import type { Patient } from '../model/patient.ts'

/**
 * The contract shape of a patient. The patient and who acts for them see the record. For all others a number or an address of the record is
 * left out where the patient chose another one: they see only that.
 */
export const presentPatient = (patient: Patient, { kind }: Pick<Caller, 'kind'>): components['schemas']['Patient'] => {
  const { contact: _contact, writtenBy: _writtenBy, phone, address, ...record } = patient
  const reach = howToReach(patient)
  const own = kind === 'patient' || kind === 'proxy'
  return {
    ...record,
    ...(phone !== undefined && (own || reach.call.rule === 'recorded') && { phone }),
    ...(address !== undefined && (own || reach.letters.rule === 'recorded') && { address }),
    ...reach,
  }
}
