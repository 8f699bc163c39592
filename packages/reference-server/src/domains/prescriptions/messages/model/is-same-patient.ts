import type { ScriptPatient } from '../../../../vendors/pharmacy/script/script-message.ts'
import { matchName, sameNameScore } from '../../../../platform/names/match-name.ts'
import type { Patient } from '../../ports.ts'

/**
 * Whether a pharmacy's message is about the patient of the prescription: the same birth date, and one of the patient's names. A first name
 * that is given is compared, because twins share the others. A mistyped name is for a person to check.
 */
export const isSamePatient = (
  { name: { lastName, firstName, middleName, suffix }, birthDate }: ScriptPatient,
  patient: Pick<Patient, 'name' | 'otherNames' | 'birthDate'>,
): boolean => {
  const reported = {
    ...{ family: lastName, given: firstName ?? null, suffix },
    ...(middleName !== undefined && { middle: [middleName] }),
  }
  return birthDate === patient.birthDate && matchName(reported, patient).score >= sameNameScore
}
