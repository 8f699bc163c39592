import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { organizationsWith } from '../../../platform/system/organizations-with.ts'
import type { VisitsPolicy } from '../model/visits-policy.ts'
import { listOverduePresences, writeAbsent, type AbsenceLimits } from '../store/presences.ts'
import { gatherPresenceEvents } from '../workflows/gather-presence-events.ts'

/** Marks a patient as away when their page has not polled for a while. Nothing reports that a page was closed. */
export const markAbsent = (
  organizationIds: () => Promise<readonly string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  keep: KeepForOrganization,
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
    const all = await organizationIds()
    const [acrossOrganizations, { visit, practitioner }] = [readerOf(''), limits]
    const found = await Promise.all([
      organizationsWith(acrossOrganizations, 'visits.due_presences', all, visit),
      organizationsWith(acrossOrganizations, 'visits.due_practitioners', all, practitioner),
    ])
    for (const organizationId of new Set(found.flat())) {
      const db = readerOf(organizationId)
      const overdue = await listOverduePresences(db, limits)
      if (overdue.length === 0) continue
      const eventsOf = await gatherPresenceEvents(db, overdue)
      await Promise.all(
        overdue.map((presence) =>
          keep(organizationId, now, () => ({
            writes: [writeAbsent(presence, limits)],
            events: eventsOf(presence),
            // Seen again in the meantime.
            otherwise: () => ({ answer: undefined }),
            answer: undefined,
          })),
        ),
      )
    }
  },
})
