import { operation } from '../../../../platform/contracts/operation.ts'
import { availabilityChanged } from '../../events.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { writeAvailability } from '../../kernel/store/availability.ts'
import { gatherHours } from '../workflows/gather-change.ts'
import { requireSeen } from '../workflows/require-seen.ts'

/** Replaces a practitioner's hours; time off stays. A reaction to the event flags the booked appointments that the hours leave out. */
export const putAvailability = operation<SchedulingPorts>()('putAvailability', {
  gather: async ({ path: { practitionerId }, body }, ports, context) => ({
    slots: ports.slots,
    ...(await gatherHours(ports, context, practitionerId, body)),
  }),
  decide: ({ path: { practitionerId }, body }, { slots, after, effect }, { caller }) => {
    requireSeen(effect.affected.length, body.affected)
    return {
      writes: [writeAvailability(after)],
      events: [availabilityChanged(practitionerId, after.version)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.setAvailability(after)),
      otherwise: () => {
        throw versionConflict()
      },
      answer: { status: 200, body: after },
    }
  },
})
