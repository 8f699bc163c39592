import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { criticalRaised, criticalUnmatched } from '../events.ts'
import { tellNext } from '../model/critical-clock.ts'
import { coveringFor, forNobodysResult, type LabsPolicy } from '../model/labs-policy.ts'
import type { RunAsSystem } from '../workflows/run-as-system.ts'
import { isClockDue, lockDueResults, lockDueUnmatched, updateClock } from '../store/running-clocks.ts'

const batch = 100

/** Tells the next in line of every critical value that nobody has acknowledged in time. Opens nothing. */
export const escalateCriticalValues = (
  organizationIds: () => Promise<readonly string[]>,
  run: RunAsSystem,
  policy: LabsPolicy,
): DomainJob => ({
  name: 'labs.escalate-critical-values',
  everySeconds: 15,
  run: async (now) => {
    for (const organizationId of await organizationIds()) {
      const { reading, keep } = run({ name: 'labs.timer', organizationId, now })
      if (!(await isClockDue(reading.db, now))) continue
      let found: number
      do {
        found = await keep(
          async (keeping) =>
            (await tellOfResults(keeping, organizationId, policy)) + (await tellOfUnmatched(keeping, policy)),
        )
      } while (found >= batch)
    }
  },
})

const tellOfResults = async (keeping: Keeping, organizationId: string, policy: LabsPolicy): Promise<number> => {
  const { tx, now, emit } = keeping
  const due = await lockDueResults(tx, now, batch)
  for (const result of due) {
    if (result.clock === null) continue
    const covering = coveringFor(policy, { organizationId, practitionerId: result.practitionerId }, now)
    const clock = tellNext(result.clock, policy, now, covering)
    await updateClock(tx, keeping, 'labs.results', { id: result.id, clock })
    for (const told of clock.told.slice(result.clock.told.length))
      await emit(criticalRaised({ ...result, clock }, told))
  }
  return due.length
}

const tellOfUnmatched = async (keeping: Keeping, policy: LabsPolicy): Promise<number> => {
  const { tx, now, emit } = keeping
  const due = await lockDueUnmatched(tx, now, batch)
  for (const unmatched of due) {
    if (unmatched.clock === null) continue
    const clock = tellNext(unmatched.clock, forNobodysResult(policy), now)
    await updateClock(tx, keeping, 'labs.unmatched', { id: unmatched.id, clock })
    for (const told of clock.told.slice(unmatched.clock.told.length))
      await emit(criticalUnmatched({ ...unmatched, clock }, told))
  }
  return due.length
}
