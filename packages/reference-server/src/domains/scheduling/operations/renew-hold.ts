import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { presentHold } from '../presenters/present-hold.ts'
import { busyRange, renewHold as renew } from '../model/hold.ts'
import type { SchedulingPorts } from '../ports.ts'
import { holdExpired } from '../problems.ts'
import { confirmHold } from '../store/busy.ts'
import { readHold, updateHold } from '../store/holds.ts'

export const renewHold = operation<SchedulingPorts>()('renewHold', {
  gather: async ({ path: { holdId } }, { slots, policy, directory }, context) => {
    const { practitionerId } = await readHold(context.db, context, holdId)
    const known = (await slots.calendar(context)).summary(practitionerId, context.now)
    const practitioner = known ?? (await directory.practitionerSummaries(context, [practitionerId])).get(practitionerId)
    if (!practitioner) throw notFound('practitioner_unknown')
    return { slots, policy, practitioner }
  },
  keep: async ({ path: { holdId } }, { slots, policy, practitioner }, context) => {
    const { tx, caller, now } = context
    const hold = renew(await readHold(tx, context, holdId, 'for-update'), policy, now)
    if (!(await confirmHold(tx, hold.id, hold.expiresAt))) throw holdExpired()
    await updateHold(tx, hold)
    slots.onCommit(caller.organizationId, (current) => {
      const type = current.visitType(hold.visitTypeId)
      if (!type) return
      const { id, practitionerId, expiresAt, personId, start } = hold
      current.addBusy({ id, practitionerId, ...busyRange(type, start), expiresAt, heldBy: personId })
    })
    return { status: 200, body: presentHold(hold, practitioner, policy) }
  },
})
