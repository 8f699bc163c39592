import { locationOf, type Visit } from './visit.ts'

/**
 * A visit as clinical documentation needs it: participants, type, time and location. Notes, orders, prescriptions and claims are based on
 * it.
 */
export interface VisitForRecord {
  readonly visitId: string
  readonly appointmentId: string
  readonly patientId: string
  /** The practitioner in whose queue the patient waited. */
  readonly practitionerId: string
  /** The practitioner who admitted the patient and so treats them; null before admission. */
  readonly seenBy: string | null
  /** Code of the specialty pack. */
  readonly specialty: string
  readonly visitTypeCode: string
  readonly visitTypeName: Visit['details']['visitTypeName']
  readonly modality: Visit['modality']
  readonly status: Visit['status']
  /** The patient's last reported location: evidence for license and place of service. */
  readonly location: Visit['details']['locations'][0]['location'] | null
  /** The last number that the patient gave. */
  readonly callbackPhone: string
  readonly checkedInAt: Date
  /** When practitioner and patient were first in the room together. */
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly outcome: Visit['outcome']
  readonly version: number
}

export const visitForRecord = (
  visit: Visit,
  type: { readonly code: string; readonly specialty: string },
): VisitForRecord => ({
  visitId: visit.id,
  appointmentId: visit.appointmentId,
  patientId: visit.patientId,
  practitionerId: visit.practitionerId,
  seenBy: visit.seenBy,
  specialty: type.specialty,
  visitTypeCode: type.code,
  visitTypeName: visit.details.visitTypeName,
  modality: visit.modality,
  status: visit.status,
  location: locationOf(visit).location,
  callbackPhone: locationOf(visit).callbackPhone,
  checkedInAt: visit.checkedInAt,
  startedAt: visit.startedAt,
  endedAt: visit.endedAt,
  outcome: visit.outcome,
  version: visit.version,
})
