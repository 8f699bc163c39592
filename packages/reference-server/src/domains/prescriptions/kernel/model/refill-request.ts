import type { components } from '@visitkit/contract'
import { alreadyAnswered, notRefillable } from '../../problems.ts'
import { over, type PrescriptionFacts } from './prescription.ts'

type Schemas = components['schemas']

/** A patient asks for more of a medicine. FHIR: MedicationRequest, intent `proposal`. */
export interface RefillRequest {
  readonly id: string
  readonly prescriptionId: string
  readonly patientId: string
  /** The prescriber of the prescription. */
  readonly practitionerId: string
  readonly status: Schemas['RefillRequest']['status']
  readonly requestedAt: Date
  readonly respondedAt: Date | null
  readonly respondedBy: string | null
  readonly version: number
}

/** Encrypted. */
export interface RefillContent {
  readonly medicationName: string
  /** Why it was declined, in the words of the clinic. */
  readonly answer?: string
}

/** What must not be taken any more is not refilled. */
export const requestRefill = (
  { id: prescriptionId, patientId, practitionerId, status }: PrescriptionFacts,
  id: string,
  now: Date,
): RefillRequest => {
  if (status === 'draft' || over.includes(status)) throw notRefillable()
  return {
    id,
    prescriptionId,
    patientId,
    practitionerId,
    status: 'open',
    requestedAt: now,
    respondedAt: null,
    respondedBy: null,
    version: 1,
  }
}

/** Throws `already_answered`. */
export const respondToRefill = (
  request: RefillRequest,
  status: 'approved' | 'declined',
  respondedBy: string | null,
  now: Date,
): RefillRequest => {
  if (request.status !== 'open') throw alreadyAnswered()
  return { ...request, status, respondedAt: now, respondedBy, version: request.version + 1 }
}
