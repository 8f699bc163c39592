import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { presentHold } from '../presenters/present-hold.ts'
import { busyRange, renewHold as renew } from '../model/hold.ts'
import type { SchedulingPorts } from '../ports.ts'
import { extendHold } from '../store/busy.ts'
import { holds, readHold } from '../store/holds.ts'

export const renewHold = operation<SchedulingPorts>()('renewHold', {
  gather: async ({ path: { holdId } }, { slots, policy, directory }, context) => {
    const hold = await readHold(context.db, context, holdId)
    const { practitionerId } = hold
    const calendar = await slots.calendar(context)
    const known = calendar.summary(practitionerId, context.now)
    const practitioner = known ?? (await directory.practitionerSummaries(context, [practitionerId])).get(practitionerId)
    if (!practitioner) throw notFound('practitioner_unknown')
    return { slots, policy, practitioner, hold, type: calendar.visitType(hold.visitTypeId) }
  },
  decide: (_, { slots, policy, practitioner, hold: before, type }, { caller, now }) => {
    const hold = renew(before, policy, now)
    const { id, practitionerId, expiresAt, personId, start } = hold
    return {
      writes: [holds.replace(hold, before), extendHold(id, expiresAt)],
      committed: () =>
        slots.apply(caller.organizationId, (calendar) => {
          if (type) calendar.addBusy({ id, practitionerId, ...busyRange(type, start), expiresAt, heldBy: personId })
        }),
      answer: { status: 200, body: presentHold(hold, practitioner, policy) },
    }
  },
})
