import type { Change } from '../../../../platform/contracts/change.ts'
import { appointmentDeclined } from '../../events.ts'
import type { Appointment } from '../../kernel/model/appointment.ts'
import { appointments } from '../../kernel/store/appointments.ts'
import { releaseTimes, removeRows } from '../../kernel/store/claimed-rows.ts'
import type { SlotIndex } from '../../kernel/store/slot-index.ts'
import type { declineRequest } from '../model/appointment-request.ts'

/** Stores a declined request, and releases its time. */
export const declinedChange = (
  slots: Pick<SlotIndex, 'apply'>,
  organizationId: string,
  before: Appointment,
  after: ReturnType<typeof declineRequest>,
): Pick<Change<unknown>, 'writes' | 'events' | 'committed'> => ({
  writes: [appointments.replace(after, before), ...releaseTimes(before)],
  events: [appointmentDeclined(after)],
  committed: () => slots.apply(organizationId, (calendar) => removeRows(calendar, before)),
})
