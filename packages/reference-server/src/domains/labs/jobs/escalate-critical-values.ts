import type { Change } from '../../../platform/contracts/change.ts'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { criticalRaised, criticalUnmatched } from '../events.ts'
import { escalate } from '../model/critical-clock.ts'
import { coveringFor, withoutPractitioner, type LabsPolicy } from '../model/labs-policy.ts'
import {
  listDueResults,
  listDueUnmatched,
  replaceClock,
  type ClockedResult,
  type ClockedUnmatched,
} from '../store/running-clocks.ts'
import { changeEachDue, type DueChanges } from '../../../platform/system/change-each-due.ts'

/** Notifies the next role of every critical value that was not acknowledged in time. Decrypts nothing. */
export const escalateCriticalValues = (due: DueChanges, policy: LabsPolicy): DomainJob => ({
  name: 'labs.escalate-critical-values',
  everySeconds: 15,
  run: async (now) => {
    // At the same time, so that both are read in one round trip of each organization.
    const outcomes = await Promise.allSettled([
      changeEachDue(due, now, {
        list: 'labs.due_results',
        find: (db, _, at, which) => listDueResults(db, at, which),
        idOf: ({ id }) => id,
        decide: (result, { caller }) => escalateResult(result, caller.organizationId, policy, now),
      }),
      changeEachDue(due, now, {
        list: 'labs.due_unmatched',
        find: (db, _, at, which) => listDueUnmatched(db, at, which),
        idOf: ({ id }) => id,
        decide: (unmatched) => escalateUnmatched(unmatched, policy, now),
      }),
    ])
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
  },
})

const unchanged: Change<void> = { answer: undefined }

const escalateResult = (result: ClockedResult, organizationId: string, policy: LabsPolicy, now: Date): Change<void> => {
  if (result.clock === null) return unchanged
  const covering = coveringFor(policy, { organizationId, practitionerId: result.practitionerId }, now)
  const clock = escalate(result.clock, policy, now, covering)
  return {
    writes: [replaceClock('labs.results', clock, result)],
    events: clock.notified
      .slice(result.clock.notified.length)
      .map((notification) => criticalRaised({ ...result, clock }, notification)),
    answer: undefined,
  }
}

const escalateUnmatched = (unmatched: ClockedUnmatched, policy: LabsPolicy, now: Date): Change<void> => {
  if (unmatched.clock === null) return unchanged
  const clock = escalate(unmatched.clock, withoutPractitioner(policy), now)
  return {
    writes: [replaceClock('labs.unmatched', clock, unmatched)],
    events: clock.notified
      .slice(unmatched.clock.notified.length)
      .map((notification) => criticalUnmatched({ ...unmatched, clock }, notification)),
    answer: undefined,
  }
}
