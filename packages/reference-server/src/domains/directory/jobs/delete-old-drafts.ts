import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import type { DraftPolicy } from '../model/draft.ts'
import { deleteDrafts } from '../store/drafts.ts'

/** Deletes texts whose authors did not come back. */
export const deleteOldDrafts = (
  organizationIds: () => Promise<readonly string[]>,
  keep: KeepForOrganization,
  { keptDays }: DraftPolicy,
): DomainJob => ({
  name: 'directory.delete-old-drafts',
  everySeconds: 3_600,
  run: async (now) => {
    const before = new Date(now.getTime() - keptDays * 86_400_000)
    for (const organizationId of await organizationIds())
      await keep(organizationId, now, () => ({ writes: [deleteDrafts(before)], answer: undefined }))
  },
})
