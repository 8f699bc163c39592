import type { components } from '@visitkit/contract'
import type { EmergencyAccess, EmergencyTexts } from '../model/emergency-access.ts'
import type { NamedEmergencyAccess } from '../store/emergency-accesses.ts'

type Schemas = components['schemas']

export const presentEmergencyAccess = (
  access: EmergencyAccess & { readonly openedByName: string },
): Schemas['EmergencyAccess'] => ({
  id: access.id,
  patientId: access.patientId,
  openedBy: { memberId: access.memberId, displayName: access.openedByName },
  reason: access.reason,
  from: access.from.toISOString(),
  until: access.until.toISOString(),
  ...(access.endedAt !== null && { endedAt: access.endedAt.toISOString() }),
})

/** For reviewers. `texts` and `patientName` are null if the patient's record was erased. */
export const presentEmergencyAccessReport = (
  access: Omit<NamedEmergencyAccess, 'sealed'>,
  { texts, patientName }: { readonly texts: EmergencyTexts | null; readonly patientName: string | null },
): Schemas['EmergencyAccessReport'] => {
  const { outcome, reviewedBy, reviewedAt, escalatedAt } = access
  return {
    ...presentEmergencyAccess(access),
    patientName,
    text: texts?.text ?? null,
    reviewBy: access.reviewBy.toISOString(),
    ...(escalatedAt !== null && { escalatedAt: escalatedAt.toISOString() }),
    ...(outcome !== null &&
      reviewedBy !== null &&
      reviewedAt !== null && {
        review: {
          outcome,
          note: texts?.note ?? null,
          reviewedBy: { memberId: reviewedBy, displayName: access.reviewedByName ?? '' },
          reviewedAt: reviewedAt.toISOString(),
        },
      }),
    version: access.version,
  }
}
