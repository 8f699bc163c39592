import type { components } from '@visitkit/contract'
import type { PharmacyRequest } from '../../kernel/model/pharmacy-request.ts'

type Schemas = components['schemas']

export const presentRequest = (
  request: PharmacyRequest,
  patient: Schemas['PatientSummary'] | undefined,
): Schemas['PharmacyRequest'] => {
  const { medicationName, requested, text } = request.content
  const proposed = request.kind === 'change' ? requested : undefined
  return {
    id: request.id,
    prescriptionId: request.prescriptionId,
    patientId: request.patientId,
    ...(patient && { patient }),
    kind: request.kind,
    status: request.status,
    medicationName,
    ...(proposed && { proposed: [proposed.name, `× ${proposed.quantity}`, proposed.sig].filter(Boolean).join(', ') }),
    ...(request.kind === 'renewal' && requested && { refills: requested.refills }),
    ...(text !== undefined && { text }),
    receivedAt: request.receivedAt.toISOString(),
    ...(request.respondedAt && { respondedAt: request.respondedAt.toISOString() }),
  }
}
