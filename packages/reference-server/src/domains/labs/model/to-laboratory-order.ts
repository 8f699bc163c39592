import type { LaboratoryOrder, OrderedAnswer, OrderedTest } from '../../../vendors/laboratory/provider.ts'
import { isLatinName, nameInLatin } from '../../../platform/names/name-in-latin.ts'
import { namesOfPractitioner } from '../../../platform/names/names-of-practitioner.ts'
import type { Patient, Practitioner } from '../ports.ts'
import { laboratoryIdOf, placerNumberOf, type LabOrder } from './lab-order.ts'
import { wordingOf } from './lab-test.ts'
import { specimenTypes } from './specimen-types.ts'

export interface ToLaboratory {
  readonly order: LabOrder
  readonly patient: Patient
  readonly practitioner: Practitioner
  /** Texts by ICD-10-CM code. */
  readonly diagnosisNames: ReadonlyMap<string, string>
  /** Answers of each test, in the order of the tests. */
  readonly answers: readonly (readonly OrderedAnswer[])[]
  /** Of each test; absent for a cancellation. */
  readonly specimenCodes?: readonly (string | undefined)[]
  /** Absent for a cancellation. */
  readonly billing?: Pick<LaboratoryOrder, 'coverages' | 'guarantor'>
}

/** An order with what the laboratory needs, and no other data of the patient. */
export const toLaboratoryOrder = ({
  order,
  patient,
  practitioner,
  diagnosisNames,
  answers,
  specimenCodes = [],
  billing = {},
}: ToLaboratory): LaboratoryOrder => {
  const { content } = order
  const { birthDate, sex, call, ofRecord } = patient
  return {
    ...billing,
    laboratoryId: laboratoryIdOf(order),
    groupNumber: order.groupNumber,
    placedAt: order.placedAt.toISOString(),
    patient: {
      number: patient.recordNumber ?? patient.id,
      name: nameInLatin(patient),
      ...(!isLatinName(patient.name) && { originalName: patient.name }),
      birthDate,
      ...(sex !== undefined && { sex }),
      ...(call.phone !== undefined && { phone: call.phone }),
      ...(ofRecord.address !== undefined && { address: ofRecord.address }),
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
      ...specimenOf(specimenCodes[index]),
      answers: answers[index] ?? [],
    })),
  }
}

const specimenOf = (code = ''): Pick<OrderedTest, 'specimen'> => {
  const type = specimenTypes[code]
  return type === undefined ? {} : { specimen: { code, text: type.en, table: type.table } }
}
