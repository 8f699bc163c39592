import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import { outreachRequested } from '../events.ts'
import { lockDueReminders, updateReminded } from '../store/summaries.ts'
import { inBatches } from '../workflows/in-batches.ts'

/** Reminds the patient once of a proposed visit that is not booked, before its period begins. */
export const remindOfNextVisits = (
  organizationIds: () => Promise<readonly string[]>,
  run: RunForOrganization,
): DomainJob => ({
  name: 'follow_up.remind-of-next-visits',
  everySeconds: 900,
  run: (now) =>
    inBatches(organizationIds, run, now, async ({ tx, caller, emit }, take) => {
      const due = await lockDueReminders(tx, caller.organizationId, now, take)
      for (const { id: subjectId, patient_id: patientId, audience } of due) {
        await updateReminded(tx, caller.organizationId, subjectId)
        await emit(outreachRequested({ patientId, kind: 'next-visit', subjectId, audience }))
      }
      return due.length
    }),
})
