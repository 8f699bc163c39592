import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../../platform/system/run-for-organization.ts'
import { deleteReleasedHolds, releaseExpiredHolds } from '../../kernel/store/busy.ts'

/** Released rows are retained this long, because other processes learn of a release from the row. */
const retainedHours = 24

/**
 * Releases expired holds and deletes holds that were released more than a day ago, so that the index of the exclusion constraint stays
 * small.
 */
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
