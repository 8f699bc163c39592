import { operation } from '../../../../platform/contracts/operation.ts'
import { holdReleased } from '../../events.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { releaseTime } from '../../kernel/store/busy.ts'
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
      writes: [holds.replace({ ...hold, state: 'released' }, hold), releaseTime(hold.id)],
      events: [holdReleased(hold)],
      committed: () =>
        slots.apply(caller.organizationId, (calendar) => calendar.removeBusy(hold.practitionerId, hold.id)),
      answer,
    }
  },
})
