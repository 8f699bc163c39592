import type { components } from '@visitkit/contract'
import { instant } from '../../kernel/model/instant.ts'
import type { OnDemandRequest } from '../model/on-demand-request.ts'

type Schemas = components['schemas']

export interface RequestParts {
  readonly type: Schemas['VisitType']
  /** For members only. */
  readonly patient: Schemas['PatientSummary'] | undefined
  readonly details: { readonly reason?: string }
  readonly position: number
  readonly estimatedMinutes: number | null
}

/** The contract shape of a request. */
export const presentRequest = (
  request: OnDemandRequest,
  { type, patient, details, position, estimatedMinutes }: RequestParts,
): Schemas['OnDemandRequest'] => ({
  id: request.id,
  patientId: request.patientId,
  ...(patient ? { patient } : {}),
  visitTypeId: request.visitTypeId,
  visitTypeName: type.name,
  state: request.stateCode,
  ...(request.language === null ? {} : { language: request.language }),
  ...(details.reason === undefined ? {} : { reason: details.reason }),
  status: request.status,
  requestedAt: instant(request.requestedAt),
  ...(request.status === 'waiting' ? { position } : {}),
  ...(request.status === 'waiting' && estimatedMinutes !== null ? { estimatedMinutes } : {}),
  renewBy: instant(request.renewBy),
  ...(request.appointmentId === null ? {} : { appointmentId: request.appointmentId }),
  version: request.version,
})
