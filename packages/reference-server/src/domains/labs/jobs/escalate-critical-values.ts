import type { DomainJob } from '../../../domain-module.ts'
import { criticalTold } from '../events.ts'
import { tellNext } from '../model/critical-clock.ts'
import { coveringFor, type LabsPolicy } from '../model/labs-policy.ts'
import type { RunAsSystem } from '../run-as-system.ts'
import { isClockDue, lockDueClocks, updateClock } from '../store/result-facts.ts'

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
        found = await keep(async (keeping) => {
          const due = await lockDueClocks(keeping.tx, now, batch)
          for (const result of due) {
            if (result.clock === null) continue
            const covering = coveringFor(policy, { organizationId, practitionerId: result.practitionerId }, now)
            const clock = tellNext(result.clock, policy, now, covering)
            await updateClock(keeping.tx, keeping, { id: result.id, clock })
            for (const told of clock.told.slice(result.clock.told.length)) {
              await keeping.emit(criticalTold({ ...result, clock }, told))
            }
          }
          return due.length
        })
      } while (found === batch)
    }
  },
})
