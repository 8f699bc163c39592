import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { referralChanged } from '../events.ts'
import type { FollowUpPolicy } from '../model/follow-up-policy.ts'
import { raiseTask } from '../model/task.ts'
import { flagReferral, listOverdueReferrals } from '../store/referrals.ts'
import { changeEachDue, type DueChanges } from '../../../platform/system/change-each-due.ts'
import { raiseTasks } from '../workflows/raise-tasks.ts'

/** Raises one task for each overdue step of a referral, so that no referral stays open unnoticed. */
export const flagOverdueReferrals = (deps: DueChanges, policy: FollowUpPolicy): DomainJob => ({
  name: 'follow_up.flag-overdue-referrals',
  everySeconds: 300,
  run: (now) =>
    changeEachDue(deps, now, {
      find: listOverdueReferrals,
      idOf: ({ id }) => id,
      decide: (referral, { newId }) => {
        const { id, patientId, visitId, priority, version } = referral
        const raised = {
          kind: 'referral-overdue' as const,
          cause: `referral:${id}:${version}`,
          source: { entity: 'Referral' as const, id },
          patientId,
          visitId,
        }
        // An overdue step of an urgent referral is an urgent task. Each step is flagged once.
        const rule = { ...policy.referral.task, priority }
        const task = raiseTasks([raiseTask(raised, rule, { memberId: null }, newId(), now)])
        return {
          writes: [flagReferral(referral, now), ...task.writes],
          events: [...task.events, referralChanged(referral, true)],
          answer: undefined,
        }
      },
    }),
})
