import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { endVisitWithSeats } from '../workflows/end-visit-with-seats.ts'
import type { VisitsPolicy } from '../model/visits-policy.ts'
import { listStaleVisits } from '../store/live-visits.ts'
import { readVisitFacts } from '../store/visits.ts'

/**
 * Ends abandoned visits: patients who were never admitted, long after their appointment, and calls whose room has expired. Otherwise
 * yesterday's patients would stay in the queue forever.
 */
export const endStaleVisits = (
  organizationIds: () => Promise<readonly string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
  policy: VisitsPolicy,
): DomainJob => ({
  name: 'visits.end-stale-visits',
  everySeconds: 300,
  run: async (now) => {
    const waitingUntil = new Date(now.getTime() - policy.waitingEndsAfterHours * 3_600_000)
    for (const organizationId of await organizationIds()) {
      for (const { id, version } of await listStaleVisits(readerOf(organizationId), waitingUntil, now)) {
        await run(organizationId, now, async (context) => {
          const visit = await readVisitFacts(context.tx, context, id, 'for-update')
          // The visit changed since it was read, so it is not stale.
          if (visit.status === 'ended' || visit.version !== version) return
          await endVisitWithSeats(context, visit, visit.startedAt === null ? 'patient-left' : 'completed')
        })
      }
    }
  },
})
