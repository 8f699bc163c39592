import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import { outreachRequested } from '../events.ts'
import type { FollowUpPolicy } from '../model/follow-up-policy.ts'
import { tryAgain } from '../model/recovery.ts'
import { lockDueRecoveries, updateRecovery } from '../store/recoveries.ts'
import { inBatches } from '../workflows/in-batches.ts'

/** Sends the next outreach to patients who missed an appointment, up to the number in the policy. */
export const sendRecoveryOutreach = (
  organizationIds: () => Promise<readonly string[]>,
  run: RunForOrganization,
  policy: FollowUpPolicy,
): DomainJob => ({
  name: 'follow_up.send-recovery-outreach',
  everySeconds: 300,
  run: (now) =>
    inBatches(organizationIds, run, now, async ({ tx, caller, emit }, take) => {
      const due = await lockDueRecoveries(tx, caller.organizationId, now, take)
      for (const before of due) {
        const { recovery, reachOut } = tryAgain(before, policy, now)
        await updateRecovery(tx, caller.organizationId, recovery)
        const { patientId, appointmentId: subjectId, audience } = recovery
        if (reachOut) await emit(outreachRequested({ patientId, kind: 'no-show', subjectId, audience }))
      }
      return due.length
    }),
})
