import { operation } from '../../../../platform/contracts/operation.ts'
import { visitTypeChanged } from '../../events.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { replaceVisitType } from '../../kernel/store/visit-types.ts'
import { haveAgesChanged } from '../model/changed-ages.ts'
import { gatherVisitType } from '../workflows/gather-change.ts'
import { requireSeen } from '../workflows/require-seen.ts'

/** Booked appointments keep their length and their time. A hold is booked as it was placed. */
export const updateVisitType = operation<SchedulingPorts>()('updateVisitType', {
  gather: async ({ path: { visitTypeId }, body }, ports, context) => ({
    slots: ports.slots,
    ...(await gatherVisitType(ports, context, visitTypeId, body)),
  }),
  decide: ({ body }, { slots, before, after, effect }, { caller }) => {
    requireSeen(effect.affected.length, body.affected)
    return {
      writes: [replaceVisitType(after, before)],
      events: [visitTypeChanged(after, haveAgesChanged(before, after))],
      committed: () => slots.apply(caller.organizationId, (calendar) => calendar.setVisitType(after)),
      otherwise: () => {
        throw versionConflict()
      },
      answer: { status: 200, body: after },
    }
  },
})
