import type { LaboratoryOrder, OrderedAnswer } from '../../../vendors/laboratory/provider.ts'
import { isLatinName, nameInLatin } from '../../../platform/names/name-in-latin.ts'
import { namesOfPractitioner } from '../../../platform/names/names-of-practitioner.ts'
import type { Patient, Practitioner } from '../ports.ts'
import { placerNumberOf, type LabOrder } from './lab-order.ts'
import { wordingOf } from './lab-test.ts'

export interface ToLaboratory {
  readonly order: LabOrder
  readonly patient: Patient
  readonly practitioner: Practitioner
  /** Texts by ICD-10-CM code. */
  readonly diagnosisNames: ReadonlyMap<string, string>
  /** Answers of each test, in the order of the tests. */
  readonly answers: readonly (readonly OrderedAnswer[])[]
}

/** An order with what the laboratory needs, and no other data of the patient. */
export const toLaboratoryOrder = ({
  order,
  patient,
  practitioner,
  diagnosisNames,
  answers,
}: ToLaboratory): LaboratoryOrder => {
  const { content } = order
  const { birthDate, sex, phone, address } = patient
  return {
    groupNumber: order.groupNumber,
    placedAt: order.placedAt.toISOString(),
    patient: {
      number: patient.recordNumber ?? patient.id,
      name: nameInLatin(patient),
      ...(!isLatinName(patient.name) && { originalName: patient.name }),
      birthDate,
      ...(sex !== undefined && { sex }),
      ...(phone !== undefined && { phone }),
      ...(address !== undefined && { address }),
    },
    practitioner: {
      npi: practitioner.npi ?? '',
      displayName: practitioner.displayName,
      name: nameInLatin(namesOfPractitioner(practitioner)),
    },
    priority: order.priority,
    diagnoses: content.diagnosisCodes.map((code) => ({ code, text: diagnosisNames.get(code) ?? code })),
    ...(content.note !== null && { note: content.note }),
    tests: content.tests.map((test, index) => ({
      placerNumber: placerNumberOf(order.groupNumber, index + 1),
      code: test.code,
      loinc: test.loinc,
      name: wordingOf(test.name),
      answers: answers[index] ?? [],
    })),
  }
}
