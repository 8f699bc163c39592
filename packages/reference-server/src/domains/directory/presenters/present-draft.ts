import type { components } from '@visitkit/contract'
import type { Draft } from '../model/draft.ts'

export const presentDraft = ({
  place,
  about,
  patientId,
  savedAt,
}: Pick<Draft, 'place' | 'about' | 'patientId' | 'savedAt'>): components['schemas']['OwnDraft'] => ({
  place,
  about,
  ...(patientId !== null && { patientId }),
  savedAt: savedAt.toISOString(),
})
