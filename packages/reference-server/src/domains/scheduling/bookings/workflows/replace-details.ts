import { appointmentReasonChanged } from '../../events.ts'
import { changeReason } from '../../kernel/model/appointment.ts'
import { appointments, type AppointmentDetails } from '../../kernel/store/appointments.ts'
import type { LoadedDetails } from './gather-details.ts'

/** The appointment with other details, for its readers and as the answer. */
export const replaceDetails = (
  { appointment: before, present }: LoadedDetails,
  details: AppointmentDetails,
  now: Date,
) => {
  const after = changeReason(before, now)
  return {
    writes: [appointments.replace(after, before, details)],
    events: [appointmentReasonChanged(after)],
    answer: { status: 200, body: present(after, details) },
  } as const
}
