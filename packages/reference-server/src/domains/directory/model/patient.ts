import type { components } from '@visitkit/contract'
import { fullName } from '../../../platform/names/person-name.ts'
import { ageOn } from './birthday.ts'
import { localDate } from './local-date.ts'

type Schemas = components['schemas']

export type PatientSummary = Schemas['PatientSummary']

/** What the patient asked about calls, letters and the name (45 CFR 164.522(b)). */
export type ContactChosen = Omit<Schemas['ContactChoice'], 'patientId' | 'version'>

/** Who wrote an address last: the patient, a person who acts for them, or the clinic. */
export type AddressWriter = 'patient' | 'proxy' | 'staff'

/** The addresses of a patient to which notices can be sent. */
export type NoticeAddress = 'email' | 'phone'

/**
 * A patient as kept. It is no answer to a request, and does not compile as one: `presentPatient` and `howToReach` decide what of the telephone
 * number and the address others see.
 */
export type Patient = Omit<Schemas['Patient'], 'call' | 'letters'> & {
  readonly contact?: ContactChosen
  /** For each address of the record, and for the number of `contact`. Of a record of an earlier release it is not known. */
  readonly writtenBy?: Readonly<Partial<Record<NoticeAddress | 'callPhone', AddressWriter>>>
}

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
