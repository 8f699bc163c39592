import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import { organizationsWith } from '../../../platform/system/organizations-with.ts'
import { emergencyAccessOverdue } from '../events.ts'
import { escalate, isOverdue } from '../model/emergency-access.ts'
import { emergencyAccesses, listOverdueEmergencyAccesses } from '../store/emergency-accesses.ts'

/** Escalates, once, each emergency access that no one reviewed in time: from then on administrators see it too. */
export const escalateEmergencyAccesses = (
  organizationIds: () => Promise<readonly string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  keep: KeepForOrganization,
): DomainJob => ({
  name: 'directory.escalate-emergency-accesses',
  everySeconds: 60,
  run: async (now) => {
    const due = await organizationsWith(readerOf(''), 'directory.due_emergency_reviews', await organizationIds(), now)
    for (const organizationId of due)
      for (const before of await listOverdueEmergencyAccesses(readerOf(organizationId), now)) {
        if (!isOverdue(before, now)) continue
        const after = escalate(before, now)
        await keep(organizationId, now, () => ({
          writes: [emergencyAccesses.replace(after, before)],
          events: [emergencyAccessOverdue(after)],
          // Reviewed in the meantime, or escalated by another process.
          otherwise: () => ({ answer: undefined }),
          answer: undefined,
        }))
      }
  },
})
