import { operation } from '../../../../platform/contracts/operation.ts'
import { closuresChanged } from '../../events.ts'
import { writeClosures } from '../../kernel/store/closures.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { gatherClosures } from '../workflows/gather-change.ts'
import { requireSeen } from '../workflows/require-seen.ts'

/** Replaces the organization's closures. A reaction to the event flags the booked appointments within them. */
export const putClosures = operation<SchedulingPorts>()('putClosures', {
  gather: async ({ body }, ports, context) => ({
    slots: ports.slots,
    ...(await gatherClosures(ports, context, body)),
  }),
  decide: ({ body }, { slots, after, effect }, { caller }) => {
    requireSeen(effect.affected.length, body.affected)
    return {
      writes: [writeClosures(caller.organizationId, after)],
      events: [closuresChanged(after.version)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.setClosures(after)),
      otherwise: () => {
        throw versionConflict()
      },
      answer: { status: 200, body: after },
    }
  },
})
