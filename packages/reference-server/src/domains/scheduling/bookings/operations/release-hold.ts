import { operation } from '../../../../platform/contracts/operation.ts'
import { holdReleased } from '../../events.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { releaseTimes, removeRows } from '../../kernel/store/claimed-rows.ts'
import { holds, readHold } from '../../kernel/store/holds.ts'

/** Idempotent. A time that has been booked in the meantime stays with its appointment. */
export const releaseHold = operation<SchedulingPorts>()('releaseHold', {
  gather: async ({ path: { holdId } }, { slots }, context) => ({
    slots,
    hold: await readHold(context.db, context, holdId),
  }),
  decide: (_, { slots, hold }, { caller }) => {
    const answer = { status: 204 } as const
    if (hold.state !== 'held') return { answer }
    return {
      writes: [holds.replace({ ...hold, state: 'released' }, hold), ...releaseTimes(hold)],
      events: [holdReleased(hold)],
      committed: () => slots.apply(caller.organizationId, (calendar) => removeRows(calendar, hold)),
      answer,
    }
  },
})
