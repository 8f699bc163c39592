import type { components } from '@visitkit/contract'
import type { Allergy } from '../model/allergy.ts'

export const presentAllergy = (allergy: Allergy): components['schemas']['Allergy'] => ({
  id: allergy.id,
  patientId: allergy.patientId,
  substance: { ...allergy.substance },
  ...(allergy.reaction !== undefined && { reaction: allergy.reaction }),
  severity: allergy.severity,
  status: allergy.status,
  notedAt: allergy.notedAt.toISOString(),
  version: allergy.version,
})
