import type { components } from '@visitkit/contract'
import type { Background } from '../model/background.ts'

export const presentBackground = ({
  patientId,
  answers,
  origin,
  changedAt,
  version,
}: Background): components['schemas']['PatientBackground'] => ({
  patientId,
  ...answers,
  ...origin,
  changedAt: changedAt?.toISOString() ?? null,
  version,
})
