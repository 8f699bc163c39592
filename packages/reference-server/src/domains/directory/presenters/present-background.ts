import type { components } from '@visitkit/contract'
import type { Background } from '../model/background.ts'

export const presentBackground = ({
  patientId,
  answers,
  changedAt,
  version,
}: Background): components['schemas']['PatientBackground'] => ({
  patientId,
  ...answers,
  changedAt: changedAt?.toISOString() ?? null,
  version,
})
