import { operation } from '../../../../platform/contracts/operation.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { presentHold } from '../../kernel/presenters/present-hold.ts'
import { renewHold as renew } from '../../kernel/model/hold.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { readHold } from '../../kernel/store/holds.ts'
import { changeExpiry } from '../workflows/change-expiry.ts'

export const renewHold = operation<SchedulingPorts>()('renewHold', {
  gather: async ({ path: { holdId } }, { slots, policy, directory }, context) => {
    const hold = await readHold(context.db, context, holdId)
    const { practitionerId } = hold
    const calendar = await slots.calendar(context)
    const known = calendar.summary(practitionerId, context.now)
    const practitioner = known ?? (await directory.practitionerSummaries(context, [practitionerId])).get(practitionerId)
    if (!practitioner) throw notFound('practitioner_unknown')
    const owners = calendar.owners(context.now)
    return { slots, policy, practitioner, owners, hold, type: calendar.visitType(hold.visitTypeId) }
  },
  decide: (_, { slots, policy, practitioner, owners, hold: before, type }, context) => {
    const hold = renew(before, policy, context.now)
    return {
      ...changeExpiry(slots, context, type, before, hold),
      answer: { status: 200, body: presentHold(hold, practitioner, policy, owners) },
    }
  },
})
