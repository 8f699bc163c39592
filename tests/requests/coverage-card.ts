import type { components } from '@visitkit/contract'
import type { Hospital, Person } from '../hospital/create-hospital.ts'
import { onePixel } from './one-pixel.ts'
import { accessiblePatient } from './prepared-request.ts'

/** The front desk has added the front of the patient's card. */
export const photographedCard = async (
  hospital: Hospital,
  person: Person,
): Promise<components['schemas']['CoverageCard']> => {
  const patientId = await accessiblePatient(hospital, person)
  const added = await hospital.desk.fetch(`/v1/patients/${patientId}/coverage-card/front`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: onePixel,
  })
  return (await added.json()) as components['schemas']['CoverageCard']
}
