import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { VisitsPolicy } from '../model/visits-policy.ts'
import { updateAbsent, listOverduePresences, type AbsenceLimits } from '../store/presences.ts'
import { emitPresenceChanges } from '../workflows/emit-presence-changes.ts'

/** Marks a patient as away when their page has not polled for a while. Nothing reports that a page was closed. */
export const markAbsent = (
  organizationIds: () => Promise<readonly string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
  policy: VisitsPolicy,
): DomainJob => ({
  name: 'visits.mark-absent',
  everySeconds: 15,
  run: async (now) => {
    const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1000)
    const limits: AbsenceLimits = {
      visit: before(policy.presentSeconds),
      practitioner: before(policy.practitionerHereSeconds),
    }
    for (const organizationId of await organizationIds()) {
      const overdue = await listOverduePresences(readerOf(organizationId), limits)
      if (overdue.length === 0) continue
      await run(organizationId, now, async (context) => {
        await emitPresenceChanges(context, await updateAbsent(context.tx, overdue, limits))
      })
    }
  },
})
