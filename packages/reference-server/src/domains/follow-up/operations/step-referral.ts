import { operation } from '../../../platform/contracts/operation.ts'
import { referralChanged } from '../events.ts'
import { stepReferral as step } from '../model/referral.ts'
import type { FollowUpContext } from '../ports.ts'
import { settleTasksBySource } from '../workflows/raise-tasks.ts'
import { lockReferral, updateReferral } from '../store/referrals.ts'
import { presentReferral } from '../presenters/present-referral.ts'

export const stepReferral = operation<FollowUpContext>()('stepReferral', {
  gather: async (_, { policy }) => policy,
  keep: async ({ path, body }, policy, context) => {
    const { tx, now, caller, emit } = context
    const before = await lockReferral(tx, context, path.referralId)
    const after = step(before, { ...body, by: caller.personId }, policy, now)
    await updateReferral(tx, context, after, now)
    // The overdue step is done.
    await settleTasksBySource(context, 'referral-overdue', after.id, 'done')
    await emit(referralChanged(after, false))
    return { status: 200, body: presentReferral(after, context) }
  },
})
