import type { components } from '@visitkit/contract'
import type { EmergencyAdmission, EmergencyAdmissionTexts } from '../model/emergency-admission.ts'

interface Described {
  /** Null when the patient's record was erased, like the name. */
  readonly texts: EmergencyAdmissionTexts | null
  readonly patientName: string | null
  /** By `member:id`. */
  readonly names: ReadonlyMap<string, string>
}

export const presentEmergencyAdmission = (
  admission: EmergencyAdmission,
  { texts, patientName, names }: Described,
): components['schemas']['EmergencyAdmissionReport'] => {
  const { id, visitId, patientId, memberId, reason, refusedBefore, outcome, reviewedBy, reviewedAt } = admission
  const member = (of: string) => ({ memberId: of, displayName: names.get(`member:${of}`) ?? null })
  return {
    id,
    visitId,
    patientId,
    patientName,
    admittedBy: member(memberId),
    reason,
    refusedBefore,
    admittedAt: admission.admittedAt.toISOString(),
    text: texts?.text ?? null,
    reviewBy: admission.reviewBy.toISOString(),
    ...(admission.escalatedAt !== null && { escalatedAt: admission.escalatedAt.toISOString() }),
    ...(outcome !== null &&
      reviewedBy !== null &&
      reviewedAt !== null && {
        review: {
          outcome,
          note: texts?.note ?? null,
          reviewedBy: member(reviewedBy),
          reviewedAt: reviewedAt.toISOString(),
        },
      }),
    version: admission.version,
  }
}
