import { operation } from '../../../platform/contracts/operation.ts'
import { holdReleased } from '../events.ts'
import type { SchedulingPorts } from '../ports.ts'
import { releaseTime } from '../store/busy.ts'
import { readHold, updateHold } from '../store/holds.ts'

/** Idempotent. A time that has been booked in the meantime stays with its appointment. */
export const releaseHold = operation<SchedulingPorts>()('releaseHold', {
  gather: async (_, { slots }) => ({ slots }),
  keep: async ({ path: { holdId } }, { slots }, context) => {
    const { tx, caller, emit } = context
    const hold = await readHold(tx, context, holdId, 'for-update')
    if (hold.state !== 'held') return { status: 204 }
    await releaseTime(tx, hold.id)
    await updateHold(tx, { ...hold, state: 'released' })
    await emit(holdReleased(hold))
    slots.onCommit(caller.organizationId, (calendar) => calendar.removeBusy(hold.practitionerId, hold.id))
    return { status: 204 }
  },
})
