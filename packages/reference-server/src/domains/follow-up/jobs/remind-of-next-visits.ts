import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { outreachRequested } from '../events.ts'
import { listDueReminders, replaceSummaryFacts } from '../store/summaries.ts'
import { changeEachDue, type DueChanges } from '../../../platform/system/change-each-due.ts'

/** Reminds the patient once of a proposed visit that is not booked, before its period begins. */
export const remindOfNextVisits = (deps: DueChanges): DomainJob => ({
  name: 'follow_up.remind-of-next-visits',
  everySeconds: 900,
  run: (now) =>
    changeEachDue(deps, now, {
      find: listDueReminders,
      idOf: ({ visitId }) => visitId,
      decide: (summary) => {
        const { visitId: subjectId, patientId, audience } = summary
        return {
          writes: [replaceSummaryFacts({ ...summary, remindAt: null }, summary)],
          events: [outreachRequested({ patientId, kind: 'next-visit', subjectId, audience })],
          answer: undefined,
        }
      },
    }),
})
