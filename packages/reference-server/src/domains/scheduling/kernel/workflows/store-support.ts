import type { Change } from '../../../../platform/contracts/change.ts'
import { appointmentFlagged, appointmentSupported } from '../../events.ts'
import type { Appointment } from '../model/appointment.ts'
import { changeSupport } from '../model/appointment-support.ts'
import type { SupportReason } from '../model/support.ts'
import { appointments } from '../store/appointments.ts'

/** Stores the support of booked appointments where it changed, with its events. */
export const storeSupport = (
  checked: readonly Appointment[],
  reasons: ReadonlyMap<string, readonly SupportReason[]>,
  now: Date,
): Required<Pick<Change<void>, 'writes' | 'events'>> => {
  const changed = checked.flatMap((before) => {
    const after = changeSupport(before, reasons.get(before.id) ?? [], now)
    return after === null ? [] : [{ before, after }]
  })
  return {
    writes: changed.map(({ before, after }) => appointments.replace(after, before)),
    events: changed.map(({ before, after }) =>
      after.unsupportedReasons.length === 0
        ? appointmentSupported(after)
        : appointmentFlagged(after, { reason: 'unsupported', isRepeated: before.unsupportedReasons.length > 0 }),
    ),
  }
}
