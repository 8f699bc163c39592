import { tooManyAppointments } from '../../problems.ts'
import type { OpenAppointmentLimits } from '../../kernel/model/scheduling-policy.ts'

/** The appointments of one patient that are booked and not ended. */
export interface OpenAppointments {
  readonly count: number
  /** Of the visit type that is to be booked. */
  readonly ofVisitType: number
  /** How often the patient or a proxy has booked: a booking that was decided from another number is not stored. */
  readonly version: number
}

/** Throws if the patient may not have another one. */
export const requireOneMore = (
  { count, ofVisitType }: OpenAppointments,
  { perPatient, perVisitType, visitTypes }: OpenAppointmentLimits,
  visitTypeCode: string,
): void => {
  if (count >= perPatient) throw tooManyAppointments('per_patient', perPatient)
  const limit = visitTypes[visitTypeCode] ?? perVisitType
  if (ofVisitType >= limit) throw tooManyAppointments('per_visit_type', limit)
}
