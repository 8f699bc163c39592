import type { components } from '@visitkit/contract'
import { fullName } from '../../../platform/names/person-name.ts'
import { ageOn } from './birthday.ts'
import { localDate } from './local-date.ts'

export type Patient = components['schemas']['Patient']
export type PatientSummary = components['schemas']['PatientSummary']

/** The encrypted part of a patient: everything that identifies them. */
export type PatientContent = Omit<Patient, 'id' | 'zone' | 'replacedBy' | 'version'>

export const presentPatientSummary = (patient: Patient, now: Date): PatientSummary => ({
  id: patient.id,
  displayName: fullName(patient.name),
  age: ageOn(patient.birthDate, localDate(now, patient.zone)),
  state: patient.state,
  language: patient.language,
  ...(patient.interpreterLanguage !== undefined && { interpreterLanguage: patient.interpreterLanguage }),
  zone: patient.zone,
  ...(patient.replacedBy !== undefined && { replacedBy: patient.replacedBy }),
})
