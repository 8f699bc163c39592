import type { components } from '@visitkit/contract'
import { firstLaboratory, type Laboratories } from '../../../vendors/laboratory/provider.ts'
import { laboratoryIdOf, statusOfTest, type LabOrder } from '../model/lab-order.ts'
import type { PatientSummary, PractitionerSummary } from '../ports.ts'
import type { ResultsOfOrder } from '../store/result-facts.ts'

export interface OrderParties {
  readonly practitioner: PractitionerSummary
  readonly patient?: PatientSummary | undefined
  readonly results: ResultsOfOrder
  /** Of the organization. */
  readonly laboratories: ReturnType<Laboratories['listOf']>
}

export const presentOrder = (
  order: LabOrder,
  { practitioner, patient, results, laboratories }: OrderParties,
): components['schemas']['LabOrder'] => {
  const { content } = order
  const id = laboratoryIdOf(order)
  // One that is not configured any more keeps its id.
  const laboratory = laboratories.find((each) => each.id === id) ?? { id, name: id }
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
      status: statusOfTest(content, index + 1, results.reported),
    })),
    diagnosisCodes: [...content.diagnosisCodes],
    priority: order.priority,
    ...(content.note !== null && { note: content.note }),
    ...(content.refusal !== null && { refusal: content.refusal }),
    ...(content.laboratoryNotes && { laboratoryNotes: [...content.laboratoryNotes] }),
    resultIds: [...results.ids],
    ...((laboratories.length > 1 || id !== firstLaboratory) && { laboratory }),
    ...(content.payers && { payers: [...content.payers] }),
    placedAt: order.placedAt.toISOString(),
    version: order.version,
  }
}
