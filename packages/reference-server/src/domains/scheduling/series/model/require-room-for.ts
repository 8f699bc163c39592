import { requireOneMore, type OpenAppointments } from '../../bookings/model/open-appointments.ts'
import type { OpenAppointmentLimits } from '../../kernel/model/scheduling-policy.ts'

/** How many more visits of this type the patient may have ahead. */
export const roomFor = (
  { count, ofVisitType }: OpenAppointments,
  { perPatient, perVisitType, visitTypes }: OpenAppointmentLimits,
  visitTypeCode: string,
): number => Math.max(0, Math.min(perPatient - count, (visitTypes[visitTypeCode] ?? perVisitType) - ofVisitType))

/** Throws if the patient may not have so many more. */
export const requireRoomFor = (
  visits: number,
  open: OpenAppointments,
  limits: OpenAppointmentLimits,
  visitTypeCode: string,
): void => {
  const others = visits - 1
  const beforeLast = { ...open, count: open.count + others, ofVisitType: open.ofVisitType + others }
  requireOneMore(beforeLast, limits, visitTypeCode)
}
