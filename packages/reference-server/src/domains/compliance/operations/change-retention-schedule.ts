import { operation } from '../../../platform/contracts/operation.ts'
import { changeSchedule } from '../model/retention.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentSchedule } from '../presenters/present-retention.ts'
import { findSchedule, writeSchedule } from '../store/retention-schedules.ts'
import { namesOfMembers } from '../workflows/gather-case.ts'

export const changeRetentionSchedule = operation<ComplianceContext>()('changeRetentionSchedule', {
  gather: async (_, ports, context) => {
    const [before, names] = await Promise.all([
      findSchedule(context.db),
      namesOfMembers(context, ports, [context.caller.personId]),
    ])
    return { before, names, policy: ports.retention }
  },
  decide: ({ body }, { before, names, policy }, { caller, now }) => {
    const { organizationId, personId: by } = caller
    const after = changeSchedule(before, body, { organizationId, by, now }, policy)
    return {
      writes: [writeSchedule(after, before)],
      answer: { status: 200, body: presentSchedule(after, policy, names) },
    }
  },
})
