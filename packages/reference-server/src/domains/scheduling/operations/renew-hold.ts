import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { describeHold } from '../presenters/describe-hold.ts'
import { busyRange, renewHold as renew } from '../model/hold.ts'
import type { SchedulingPorts } from '../ports.ts'
import { holdExpired } from '../problems.ts'
import { keepTime } from '../store/busy.ts'
import { readHold, updateHold } from '../store/holds.ts'

export const renewHold = operation<SchedulingPorts>()('renewHold', {
  gather: async ({ path: { holdId } }, { slots, policy, directory }, reading) => {
    const { practitionerId } = await readHold(reading.db, reading, holdId)
    const known = (await slots.calendar(reading)).summary(practitionerId, reading.now)
    const practitioner = known ?? (await directory.practitionerSummaries(reading, [practitionerId])).get(practitionerId)
    if (!practitioner) throw notFound('practitioner_unknown')
    return { slots, policy, practitioner }
  },
  keep: async ({ path: { holdId } }, { slots, policy, practitioner }, keeping) => {
    const { tx, caller, now } = keeping
    const hold = renew(await readHold(tx, keeping, holdId, 'lock'), policy, now)
    if (!(await keepTime(tx, hold.id, hold.expiresAt))) throw holdExpired()
    await updateHold(tx, hold)
    slots.onCommit(caller.organizationId, (current) => {
      const type = current.visitType(hold.visitTypeId)
      if (!type) return
      const { id, practitionerId, expiresAt, personId, start } = hold
      current.taken({ id, practitionerId, ...busyRange(type, start), expiresAt, heldBy: personId })
    })
    return { status: 200, body: describeHold(hold, practitioner, policy) }
  },
})
