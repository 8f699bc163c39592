import type { Appointment } from './appointment.ts'
import type { SupportReason } from './support.ts'

type Supported = Pick<Appointment, 'acceptedReasons' | 'unsupportedReasons'>

/** Without the reasons that were accepted when it was booked: a visit that was booked outside the hours is not flagged for that. */
export const reasonsSinceBooking = (
  { acceptedReasons }: Pick<Appointment, 'acceptedReasons'>,
  reasons: readonly SupportReason[],
): readonly SupportReason[] => reasons.filter((reason) => !acceptedReasons.includes(reason))

/** Whether the appointment was supported until now, and is not with these reasons. */
export const isStrandedBy = (appointment: Supported, reasons: readonly SupportReason[]): boolean =>
  appointment.unsupportedReasons.length === 0 && reasonsSinceBooking(appointment, reasons).length > 0

/** The booked appointment with its support as it is now; null if that is stored already. */
export const changeSupport = (
  appointment: Appointment,
  reasons: readonly SupportReason[],
  now: Date,
): Appointment | null => {
  const unsupportedReasons = reasonsSinceBooking(appointment, reasons)
  const isSame =
    unsupportedReasons.length === appointment.unsupportedReasons.length &&
    unsupportedReasons.every((reason) => appointment.unsupportedReasons.includes(reason))
  if (isSame || appointment.status !== 'booked') return null
  return { ...appointment, unsupportedReasons, version: appointment.version + 1, updatedAt: now }
}
