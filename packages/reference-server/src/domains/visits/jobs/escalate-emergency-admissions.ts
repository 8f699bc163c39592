import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { changeEachDue, type DueChanges } from '../../../platform/system/change-each-due.ts'
import { emergencyAdmissionChanged } from '../events.ts'
import { escalate } from '../model/emergency-admission.ts'
import { emergencyAdmissions, listOverdueEmergencyAdmissions } from '../store/emergency-admissions.ts'

/** Escalates, once, each admission in an emergency that was not reviewed in time: from then on administrators see it too. */
export const escalateEmergencyAdmissions = (deps: DueChanges): DomainJob => ({
  name: 'visits.escalate-emergency-admissions',
  everySeconds: 60,
  run: (now) =>
    changeEachDue(deps, now, {
      list: 'visits.due_emergency_admissions',
      find: listOverdueEmergencyAdmissions,
      idOf: ({ id }) => id,
      decide: (before) => {
        const after = escalate(before, now)
        return {
          writes: [emergencyAdmissions.replace(after, before)],
          events: [emergencyAdmissionChanged(after)],
          answer: undefined,
        }
      },
    }),
})
