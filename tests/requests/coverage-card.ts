import type { components } from '@visitkit/contract'
import type { Hospital, Person } from '../hospital/create-hospital.ts'
import { accessiblePatient } from './prepared-request.ts'

/** A picture of one pixel. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The front desk has added the front of the patient's card. */
export const photographedCard = async (
  hospital: Hospital,
  person: Person,
): Promise<components['schemas']['CoverageCard']> => {
  const patientId = await accessiblePatient(hospital, person)
  const added = await hospital.desk.fetch(`/v1/patients/${patientId}/coverage-card/front`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: picture,
  })
  return (await added.json()) as components['schemas']['CoverageCard']
}
