import type { components } from '@visitkit/contract'
import type { PrivacyRequest } from '../model/privacy-request.ts'

type Schemas = components['schemas']

/** `nameOf`: of the member who decided. */
export const presentRequest = (
  request: PrivacyRequest,
  nameOf: (memberId: string) => string | null,
  patient?: Schemas['PatientSummary'],
): Schemas['PrivacyRequest'] => ({
  id: request.id,
  patientId: request.patientId,
  ...(patient && { patient }),
  kind: request.kind,
  ...(request.visitId !== null && { visitId: request.visitId }),
  what: request.what,
  ...(request.why !== null && { why: request.why }),
  askedAt: request.askedAt.toISOString(),
  askedByKind: request.askedByKind,
  status: request.status,
  dueAt: request.dueAt.toISOString(),
  ...(request.extendedAt !== null && {
    extension: { at: request.extendedAt.toISOString(), reason: request.extensionReason ?? '' },
  }),
  ...(request.decidedAt !== null && {
    decision: {
      at: request.decidedAt.toISOString(),
      by: request.decidedById === null ? null : nameOf(request.decidedById),
      ...(request.ground !== null && { ground: request.ground }),
      ...(request.keptUntil !== null && { keptUntil: request.keptUntil }),
      text: request.decisionText ?? '',
    },
  }),
  ...(request.disagreedAt !== null && {
    disagreement: { at: request.disagreedAt.toISOString(), text: request.disagreement ?? '' },
  }),
  version: request.version,
})
