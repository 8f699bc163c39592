import { operation } from '../../../../platform/contracts/operation.ts'
import { leaveHold as leave } from '../../kernel/model/hold.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { readHold } from '../../kernel/store/holds.ts'
import { changeExpiry } from '../workflows/change-expiry.ts'

/** The page of a hold was closed: its time is soon free for others. A page that is reloaded renews it. */
export const leaveHold = operation<SchedulingPorts>()('leaveHold', {
  gather: async ({ path: { holdId } }, { slots, policy }, context) => {
    const hold = await readHold(context.db, context, holdId)
    return { slots, policy, hold, type: (await slots.calendar(context)).visitType(hold.visitTypeId) }
  },
  decide: (_, { slots, policy, hold: before, type }, context) => {
    const answer = { status: 204 } as const
    const hold = leave(before, policy, context.now)
    return hold === null ? { answer } : { ...changeExpiry(slots, context, type, before, hold), answer }
  },
})
