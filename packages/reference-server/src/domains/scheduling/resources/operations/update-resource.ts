import { operation } from '../../../../platform/contracts/operation.ts'
import { resourceChanged } from '../../events.ts'
import { replaceResource } from '../../kernel/store/resources.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { gatherResource } from '../../supply/workflows/gather-change.ts'
import { requireSeen } from '../../supply/workflows/require-seen.ts'

/** Booked visits keep the resource. A reaction to the event flags those that its hours leave out. */
export const updateResource = operation<SchedulingPorts>()('updateResource', {
  gather: async ({ path: { resourceId }, body }, ports, context) => ({
    slots: ports.slots,
    ...(await gatherResource(ports, context, resourceId, body)),
  }),
  decide: ({ body }, { slots, before, after, effect }, { caller }) => {
    requireSeen(effect.affected.length, body.affected)
    return {
      writes: [replaceResource(after, before)],
      events: [resourceChanged(after)],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.setResource(after)),
      otherwise: () => {
        throw versionConflict()
      },
      answer: { status: 200, body: after },
    }
  },
})
