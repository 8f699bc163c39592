import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { criticalRaised, criticalUnmatched } from '../events.ts'
import { escalate } from '../model/critical-clock.ts'
import { coveringFor, withoutPractitioner, type LabsPolicy } from '../model/labs-policy.ts'
import type { RunAsSystem } from '../workflows/run-as-system.ts'
import { isClockDue, lockDueResults, lockDueUnmatched, updateClock } from '../store/running-clocks.ts'

const batch = 100

/** Notifies the next role of every critical value that was not acknowledged in time. Decrypts nothing. */
export const escalateCriticalValues = (
  organizationIds: () => Promise<readonly string[]>,
  run: RunAsSystem,
  policy: LabsPolicy,
): DomainJob => ({
  name: 'labs.escalate-critical-values',
  everySeconds: 15,
  run: async (now) => {
    for (const organizationId of await organizationIds()) {
      const { readContext, keep } = run({ name: 'labs.timer', organizationId, now })
      if (!(await isClockDue(readContext.db, now))) continue
      let found: number
      do {
        found = await keep(
          async (context) =>
            (await escalateResults(context, organizationId, policy)) + (await escalateUnmatched(context, policy)),
        )
      } while (found >= batch)
    }
  },
})

const escalateResults = async (context: WriteContext, organizationId: string, policy: LabsPolicy): Promise<number> => {
  const { tx, now, emit } = context
  const due = await lockDueResults(tx, now, batch)
  for (const result of due) {
    if (result.clock === null) continue
    const covering = coveringFor(policy, { organizationId, practitionerId: result.practitionerId }, now)
    const clock = escalate(result.clock, policy, now, covering)
    await updateClock(tx, context, 'labs.results', { id: result.id, clock })
    for (const notification of clock.notified.slice(result.clock.notified.length))
      await emit(criticalRaised({ ...result, clock }, notification))
  }
  return due.length
}

const escalateUnmatched = async (context: WriteContext, policy: LabsPolicy): Promise<number> => {
  const { tx, now, emit } = context
  const due = await lockDueUnmatched(tx, now, batch)
  for (const unmatched of due) {
    if (unmatched.clock === null) continue
    const clock = escalate(unmatched.clock, withoutPractitioner(policy), now)
    await updateClock(tx, context, 'labs.unmatched', { id: unmatched.id, clock })
    for (const notification of clock.notified.slice(unmatched.clock.notified.length))
      await emit(criticalUnmatched({ ...unmatched, clock }, notification))
  }
  return due.length
}
