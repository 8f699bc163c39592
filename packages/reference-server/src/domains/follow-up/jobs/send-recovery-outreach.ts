import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { outreachRequested } from '../events.ts'
import type { FollowUpPolicy } from '../model/follow-up-policy.ts'
import { tryAgain } from '../model/recovery.ts'
import { listDueRecoveries, replaceRecovery } from '../store/recoveries.ts'
import { changeEachDue, type DueChanges } from '../../../platform/system/change-each-due.ts'

/** Sends the next outreach to patients who missed an appointment, up to the number in the policy. */
export const sendRecoveryOutreach = (deps: DueChanges, policy: FollowUpPolicy): DomainJob => ({
  name: 'follow_up.send-recovery-outreach',
  everySeconds: 300,
  run: (now) =>
    changeEachDue(deps, now, {
      find: listDueRecoveries,
      idOf: ({ appointmentId }) => appointmentId,
      decide: (before) => {
        const { recovery, reachOut } = tryAgain(before, policy, now)
        const { patientId, appointmentId: subjectId, audience } = recovery
        return {
          writes: [replaceRecovery(recovery, before)],
          events: reachOut ? [outreachRequested({ patientId, kind: 'no-show', subjectId, audience })] : [],
          answer: undefined,
        }
      },
    }),
})
