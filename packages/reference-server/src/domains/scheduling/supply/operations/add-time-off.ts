import { operation } from '../../../../platform/contracts/operation.ts'
import { appointmentCancelled, availabilityChanged } from '../../events.ts'
import { cancelBooked } from '../../kernel/model/appointment.ts'
import { appointments } from '../../kernel/store/appointments.ts'
import { writeAvailability } from '../../kernel/store/availability.ts'
import { releaseTimes, removeRows } from '../../kernel/store/claimed-rows.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { tooManyToCancel } from '../model/supply-problems.ts'
import { addTimeOff as add, coveringTimeOff, requireNewTimeOff } from '../model/time-off.ts'
import { gatherTimeOff } from '../workflows/gather-change.ts'
import { requireSeen } from '../workflows/require-seen.ts'

/** Cancelled in one change at most. */
const mostCancelled = 200

/**
 * Adds time off. With `cancel`, the booked appointments in it are cancelled in the same change; a range that is off already is cancelled
 * without adding it again. Otherwise a reaction to the event flags them.
 */
export const addTimeOff = operation<SchedulingPorts>()('addTimeOff', {
  gather: async ({ path: { practitionerId }, body }, ports, context) => ({
    slots: ports.slots,
    ...(await gatherTimeOff(ports, context, practitionerId, body)),
  }),
  decide: ({ path: { practitionerId }, body }, { slots, before, effect }, { caller, now, newId }) => {
    const { affected } = effect
    const { from, to, reason } = body
    const isCancelled = body.appointments === 'cancel'
    if (!isCancelled) requireNewTimeOff(before, body)
    if (isCancelled && affected.length > mostCancelled) throw tooManyToCancel(affected.length, mostCancelled)
    requireSeen(affected.length, body.affected)
    const known = coveringTimeOff(before, body)
    const timeOff = known ?? { id: newId(), from, to, reason }
    const availability = known ? before : add(before, timeOff, now)
    const cancelled = (isCancelled ? affected : []).map(({ appointment }) => ({
      before: appointment,
      after: cancelBooked(appointment, 'practitioner-unavailable', now),
    }))
    return {
      writes: [
        ...(known ? [] : [writeAvailability(availability)]),
        ...cancelled.flatMap((each) => [appointments.replace(each.after, each.before), ...releaseTimes(each.before)]),
      ],
      events: [
        ...(known ? [] : [availabilityChanged(practitionerId, availability.version)]),
        ...cancelled.map(({ after }) => appointmentCancelled(after)),
      ],
      committed: () =>
        slots.apply(caller.organizationId, (calendar) => {
          calendar.setAvailability(availability)
          for (const each of cancelled) removeRows(calendar, each.before)
        }),
      answer: {
        status: 201,
        headers: { location: `/v1/practitioners/${practitionerId}/availability` },
        body: {
          timeOff,
          affected: affected.length,
          cancelled: cancelled.map(({ after }) => ({ appointmentId: after.id, patientId: after.patientId })),
          availability,
        },
      },
    }
  },
})
