import type { components } from '@visitkit/contract'
import type { Patient } from '../model/patient.ts'

/** What the patient asked; without it, calls and letters go where the record says. */
export const presentContactChoice = ({
  id: patientId,
  contact,
  version,
}: Patient): components['schemas']['ContactChoice'] => ({
  patientId,
  ...(contact ?? { calls: 'recorded', letters: 'recorded' }),
  version,
})
