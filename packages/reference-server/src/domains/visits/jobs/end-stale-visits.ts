import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { endVisitWithSeats } from '../workflows/end-visit-with-seats.ts'
import type { VisitsPolicy } from '../model/visits-policy.ts'
import { treatingPractitioner } from '../model/visit.ts'
import { listStaleVisits, listWaitingPatients } from '../store/live-visits.ts'

/**
 * Ends abandoned visits: patients who were never admitted, long after their appointment, and calls whose room has expired. Otherwise
 * yesterday's patients would stay in the queue forever.
 */
export const endStaleVisits = (
  organizationIds: () => Promise<readonly string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  keep: KeepForOrganization,
  policy: VisitsPolicy,
): DomainJob => ({
  name: 'visits.end-stale-visits',
  everySeconds: 300,
  run: async (now) => {
    const waitingUntil = new Date(now.getTime() - policy.waitingEndsAfterHours * 3_600_000)
    for (const organizationId of await organizationIds()) {
      const db = readerOf(organizationId)
      const stale = await listStaleVisits(db, waitingUntil, now)
      const practitioners = stale.flatMap((visit) => [visit.practitionerId, treatingPractitioner(visit)])
      const waiting = await listWaitingPatients(db, practitioners)
      await Promise.all(
        stale.map((visit) =>
          keep(organizationId, now, (isRepeated) => {
            // The visit changed since it was read, so it is not stale.
            if (isRepeated) return { answer: undefined }
            const outcome = visit.startedAt === null ? 'patient-left' : 'completed'
            const { writes, events } = endVisitWithSeats(visit, waiting, outcome, now)
            return { writes, events, answer: undefined }
          }),
        ),
      )
    }
  },
})
