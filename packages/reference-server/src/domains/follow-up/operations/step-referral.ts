import { operation } from '../../../platform/contracts/operation.ts'
import { referralChanged } from '../events.ts'
import { stepReferral as step } from '../model/referral.ts'
import type { FollowUpContext } from '../ports.ts'
import { settleTasks } from '../workflows/raise-tasks.ts'
import { readReferral, replaceReferral } from '../store/referrals.ts'
import { listOpenTasksBySource } from '../store/tasks.ts'
import { presentReferral } from '../presenters/present-referral.ts'

export const stepReferral = operation<FollowUpContext>()('stepReferral', {
  gather: async ({ path }, { policy }, context) => {
    const before = await readReferral(context.db, context, path.referralId)
    const { organizationId } = context.caller
    return {
      policy,
      before,
      tasks: await listOpenTasksBySource(context.db, organizationId, ['referral-overdue'], [before.id]),
    }
  },
  decide: ({ body }, { policy, before, tasks }, context) => {
    const { now, caller } = context
    const after = step(before, { ...body, by: caller.personId }, policy, now)
    // The overdue step is done.
    const settled = settleTasks(tasks, now)
    return {
      writes: [replaceReferral(after, before, now), ...settled.writes],
      events: [...settled.events, referralChanged(after, false)],
      answer: { status: 200, body: presentReferral(after, context) },
    }
  },
})
