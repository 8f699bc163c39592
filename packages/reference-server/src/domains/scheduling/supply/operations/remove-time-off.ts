import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { availabilityChanged } from '../../events.ts'
import { writeAvailability } from '../../kernel/store/availability.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { gatherAvailability } from '../workflows/gather-availability.ts'

/** A reaction to the event supports the appointments again that the time off had stranded. */
export const removeTimeOff = operation<SchedulingPorts>()('removeTimeOff', {
  gather: async ({ path: { practitionerId } }, ports, context) => ({
    slots: ports.slots,
    ...(await gatherAvailability(ports, context, practitionerId)),
  }),
  decide: ({ path: { practitionerId, timeOffId } }, { slots, before }, { caller }) => {
    const timeOff = before.timeOff.filter(({ id }) => id !== timeOffId)
    if (timeOff.length === before.timeOff.length) throw notFound('time_off_unknown')
    const after = { ...before, timeOff, version: before.version + 1 }
    return {
      writes: [writeAvailability(after)],
      events: [availabilityChanged(practitionerId, after.version)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.setAvailability(after)),
      answer: { status: 200, body: after },
    }
  },
})
