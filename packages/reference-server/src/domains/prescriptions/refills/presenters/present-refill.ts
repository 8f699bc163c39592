import type { components } from '@visitkit/contract'
import type { StoredRefill } from '../store/refill-requests.ts'

type Schemas = components['schemas']

export const presentRefill = (
  { id, prescriptionId, patientId, medicationName, status, requestedAt, respondedAt, answer, version }: StoredRefill,
  patient?: Schemas['PatientSummary'],
): Schemas['RefillRequest'] => ({
  ...{ id, prescriptionId, patientId, medicationName, status, version },
  ...(patient && { patient }),
  requestedAt: requestedAt.toISOString(),
  ...(respondedAt && { respondedAt: respondedAt.toISOString() }),
  ...(answer && { answer }),
})
