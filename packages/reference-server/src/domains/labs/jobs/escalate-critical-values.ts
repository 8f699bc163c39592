import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { AnyKysely, Database } from '../../../platform/contracts/database.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import { criticalRaised, criticalUnmatched } from '../events.ts'
import { escalate } from '../model/critical-clock.ts'
import { coveringFor, withoutPractitioner, type LabsPolicy } from '../model/labs-policy.ts'
import {
  listDueResults,
  listDueUnmatched,
  replaceClock,
  type ClockedResult,
  type ClockedUnmatched,
  type DueClocks,
} from '../store/running-clocks.ts'

const batch = 100

/** Notifies the next role of every critical value that was not acknowledged in time. Decrypts nothing. */
export const escalateCriticalValues = (
  organizationIds: () => Promise<readonly string[]>,
  database: Pick<Database, 'reader'>,
  keep: KeepForOrganization,
  policy: LabsPolicy,
): DomainJob => ({
  name: 'labs.escalate-critical-values',
  everySeconds: 15,
  run: async (now) => {
    for (const organizationId of await organizationIds()) {
      const db = database.reader({ domain: 'labs', organizationId })
      /** One change for each clock. One that a person has acknowledged in the meantime is not due. */
      const escalateEach = <Clocked extends { readonly id: string }>(
        due: readonly Clocked[],
        find: (db: AnyKysely, now: Date, which: DueClocks) => Promise<Clocked[]>,
        change: (one: Clocked) => Escalated | null,
      ): Promise<unknown> =>
        Promise.all(
          due.map((one) =>
            keep(organizationId, now, async (isRepeated) => {
              const [current] = isRepeated ? await find(db, now, { limit: 1, id: one.id }) : [one]
              return { ...(current && change(current)), answer: undefined }
            }),
          ),
        )
      let found: number
      do {
        const [results, unmatched] = await Promise.all([
          listDueResults(db, now, { limit: batch }),
          listDueUnmatched(db, now, { limit: batch }),
        ])
        await escalateEach(results, listDueResults, (each) => escalateResult(each, organizationId, policy, now))
        await escalateEach(unmatched, listDueUnmatched, (each) => escalateUnmatched(each, policy, now))
        found = Math.max(results.length, unmatched.length)
      } while (found === batch)
    }
  },
})

interface Escalated {
  readonly writes: readonly Write[]
  readonly events: readonly NewEvent[]
}

const escalateResult = (
  result: ClockedResult,
  organizationId: string,
  policy: LabsPolicy,
  now: Date,
): Escalated | null => {
  if (result.clock === null) return null
  const covering = coveringFor(policy, { organizationId, practitionerId: result.practitionerId }, now)
  const clock = escalate(result.clock, policy, now, covering)
  return {
    writes: [replaceClock('labs.results', clock, result)],
    events: clock.notified
      .slice(result.clock.notified.length)
      .map((notification) => criticalRaised({ ...result, clock }, notification)),
  }
}

const escalateUnmatched = (unmatched: ClockedUnmatched, policy: LabsPolicy, now: Date): Escalated | null => {
  if (unmatched.clock === null) return null
  const clock = escalate(unmatched.clock, withoutPractitioner(policy), now)
  return {
    writes: [replaceClock('labs.unmatched', clock, unmatched)],
    events: clock.notified
      .slice(unmatched.clock.notified.length)
      .map((notification) => criticalUnmatched({ ...unmatched, clock }, notification)),
  }
}
