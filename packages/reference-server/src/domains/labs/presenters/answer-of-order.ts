import type { components } from '@visitkit/contract'
import type { Reading } from '../../../platform/seams.ts'
import { statusOfTest, type LabOrder } from '../model/lab-order.ts'
import type { LabsPorts, PatientSummary, PractitionerSummary } from '../ports.ts'
import type { ResultsOfOrder } from '../store/result-facts.ts'

export interface OrderCompany {
  readonly practitioner: PractitionerSummary
  readonly patient?: PatientSummary | undefined
  readonly results: ResultsOfOrder
}

export const answerOfOrder = (
  order: LabOrder,
  { practitioner, patient, results }: OrderCompany,
): components['schemas']['LabOrder'] => {
  const { content } = order
  return {
    id: order.id,
    patientId: order.patientId,
    ...(patient && { patient }),
    ...(order.visitId !== null && { visitId: order.visitId }),
    practitioner,
    status: order.status,
    tests: content.tests.map((test, index) => ({
      code: test.code,
      loinc: test.loinc,
      name: [...test.name],
      answers: [...test.answers],
      status: statusOfTest(test, index + 1, results.reported),
    })),
    diagnosisCodes: [...content.diagnosisCodes],
    priority: order.priority,
    ...(content.note !== null && { note: content.note }),
    ...(content.refusal !== null && { refusal: content.refusal }),
    resultIds: [...results.ids],
    placedAt: order.placedAt.toISOString(),
    version: order.version,
  }
}

/** Who ordered, by id; of everyone who is named once. */
export const practitionersOf = async (
  { directory }: Pick<LabsPorts, 'directory'>,
  reading: Reading,
  orders: readonly Pick<LabOrder, 'practitionerId'>[],
): Promise<(order: Pick<LabOrder, 'practitionerId'>) => PractitionerSummary> => {
  const ids = [...new Set(orders.map(({ practitionerId }) => practitionerId))]
  const summaries = await directory.practitionerSummaries(reading, ids)
  return ({ practitionerId }) => {
    const summary = summaries.get(practitionerId)
    if (summary === undefined) throw new Error('a practitioner who ordered is never removed')
    return summary
  }
}
