import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import { referralChanged } from '../events.ts'
import type { FollowUpPolicy } from '../model/follow-up-policy.ts'
import { raiseTask } from '../model/task.ts'
import { raiseTasks } from '../workflows/raise-tasks.ts'
import { lockOverdueReferrals, updateOverdueReported } from '../store/referrals.ts'
import { inBatches } from '../workflows/in-batches.ts'

/** Raises one task for each overdue step of a referral, so that no referral stays open unnoticed. */
export const flagOverdueReferrals = (
  organizationIds: () => Promise<readonly string[]>,
  run: RunForOrganization,
  policy: FollowUpPolicy,
): DomainJob => ({
  name: 'follow_up.flag-overdue-referrals',
  everySeconds: 300,
  run: (now) =>
    inBatches(organizationIds, run, now, async (context, take) => {
      const { tx, caller, emit, newId } = context
      const overdue = await lockOverdueReferrals(tx, caller.organizationId, now, take)
      for (const { id, patient_id: patientId, visit_id: visitId, status, priority, version } of overdue) {
        await updateOverdueReported(tx, caller.organizationId, id)
        const raised = {
          kind: 'referral-overdue' as const,
          cause: `referral:${id}:${version}`,
          source: { entity: 'Referral' as const, id },
          patientId,
          visitId,
        }
        // An overdue step of an urgent referral is an urgent task.
        await raiseTasks(context, [
          raiseTask(raised, { ...policy.referral.task, priority }, { memberId: null }, newId(), now),
        ])
        await emit(referralChanged({ id, patientId, status, priority, version }, true))
      }
      return overdue.length
    }),
})
