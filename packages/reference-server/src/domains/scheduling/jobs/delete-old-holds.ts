import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import { deleteReleasedHolds, releaseExpiredHolds } from '../store/busy.ts'

/** Other processes learn of a time that was let go from its row: it stays this long. */
const retainedHours = 24

/** Marks holds that have run out as let go, and removes what was let go yesterday, so that the arbiter's index stays small. */
export const deleteOldHolds = (
  organizationIds: () => Promise<readonly string[]>,
  run: RunForOrganization,
): DomainJob => ({
  name: 'scheduling.delete-old-holds',
  everySeconds: 300,
  run: async (now) => {
    for (const organizationId of await organizationIds())
      await run(organizationId, now, async ({ tx }) => {
        await releaseExpiredHolds(tx, now)
        await deleteReleasedHolds(tx, new Date(now.getTime() - retainedHours * 3_600_000))
      })
  },
})
