import type { components } from '@visitkit/contract'
import type { StoredRefill } from '../store/refill-requests.ts'

type Schemas = components['schemas']

export const presentRefill = (
  { requestedAt, respondedAt, respondedBy: _, practitionerId: __, ...refill }: StoredRefill,
  patient?: Schemas['PatientSummary'],
): Schemas['RefillRequest'] => ({
  ...refill,
  ...(patient && { patient }),
  requestedAt: requestedAt.toISOString(),
  ...(respondedAt && { respondedAt: respondedAt.toISOString() }),
})
