import type { PharmacyRequest, Prescription, VisitClient } from '@visitkit/sdk'
import { permitted } from '../core/permitted.ts'

export interface LoadedPrescriptions {
  readonly prescriptions: readonly Prescription[]
  readonly nextCursor: string | null
  /** Pharmacies' requests about this patient. */
  readonly requests: readonly PharmacyRequest[]
}

/** The first page of a patient's prescriptions, and pharmacies' requests about them. */
export const loadPrescriptions = async (
  client: VisitClient,
  patientId: string,
  options: { readonly signal: AbortSignal },
): Promise<LoadedPrescriptions> => {
  const [{ items, nextCursor }, requests] = await Promise.all([
    client.prescriptions.ofPatient(patientId, {}, options).page(),
    // A caller who may read but not prescribe sees the list without the requests.
    permitted(client.prescriptions.requests({}, options).page(), { items: [] }),
  ])
  return { prescriptions: items, nextCursor, requests: requests.items.filter((one) => one.patientId === patientId) }
}
