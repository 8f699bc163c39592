import { operation } from '../../../platform/contracts/operation.ts'
import { referralChanged } from '../events.ts'
import { stepReferral as step } from '../model/referral.ts'
import type { FollowUpContext } from '../ports.ts'
import { settleTasksOf } from '../workflows/raise.ts'
import { lockReferral, updateReferral } from '../store/referrals.ts'
import { describeReferral } from '../presenters/describe-referral.ts'

export const stepReferral = operation<FollowUpContext>()('stepReferral', {
  gather: async (_, { policy }) => policy,
  keep: async ({ path, body }, policy, keeping) => {
    const { tx, now, caller, emit } = keeping
    const before = await lockReferral(tx, keeping, path.referralId)
    const after = step(before, { ...body, by: caller.personId }, policy, now)
    await updateReferral(tx, keeping, after, now)
    // The step that was overdue has been taken.
    await settleTasksOf(keeping, 'referral-overdue', after.id, 'done')
    await emit(referralChanged(after, false))
    return { status: 200, body: describeReferral(after, keeping) }
  },
})
