import { operation } from '../../../platform/contracts/operation.ts'
import { busyRange, leaveHold as leave } from '../model/hold.ts'
import type { SchedulingPorts } from '../ports.ts'
import { extendHold } from '../store/busy.ts'
import { holds, readHold } from '../store/holds.ts'

/** The page of a hold was closed: its time is soon free for others. A page that is reloaded renews it. */
export const leaveHold = operation<SchedulingPorts>()('leaveHold', {
  gather: async ({ path: { holdId } }, { slots, policy }, context) => {
    const hold = await readHold(context.db, context, holdId)
    return { slots, policy, hold, type: (await slots.calendar(context)).visitType(hold.visitTypeId) }
  },
  decide: (_, { slots, policy, hold: before, type }, { caller, now }) => {
    const answer = { status: 204 } as const
    const hold = leave(before, policy, now)
    if (hold === null) return { answer }
    const { id, practitionerId, expiresAt, personId, start } = hold
    return {
      writes: [holds.replace(hold, before), extendHold(id, expiresAt)],
      committed: () =>
        slots.apply(caller.organizationId, (calendar) => {
          if (type) calendar.addBusy({ id, practitionerId, ...busyRange(type, start), expiresAt, heldBy: personId })
        }),
      answer,
    }
  },
})
