import type { components } from '@visitkit/contract'
import { statusOfTest, type LabOrder } from '../model/lab-order.ts'
import type { PatientSummary, PractitionerSummary } from '../ports.ts'
import type { ResultsOfOrder } from '../store/result-facts.ts'

export interface OrderParties {
  readonly practitioner: PractitionerSummary
  readonly patient?: PatientSummary | undefined
  readonly results: ResultsOfOrder
}

export const presentOrder = (
  order: LabOrder,
  { practitioner, patient, results }: OrderParties,
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
