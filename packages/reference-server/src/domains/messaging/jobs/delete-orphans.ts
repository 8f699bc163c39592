import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import { deleteUnsentAttachments } from '../store/attachments.ts'
import { deleteEarlyReports } from '../store/deliveries.ts'

/** Deletes files that were uploaded and never sent, and the marks of vendor ids once no report can cross with the vendor's response. */
export const deleteOrphans = (
  organizationIds: () => Promise<readonly string[]>,
  keep: KeepForOrganization,
  { attachment }: Pick<MessagingPolicy, 'attachment'>,
): DomainJob => ({
  name: 'messaging.delete-orphans',
  everySeconds: 3_600,
  run: async (now) => {
    const before = new Date(now.getTime() - attachment.looseHours * 3_600_000)
    for (const organizationId of await organizationIds())
      await keep(organizationId, now, () => ({
        writes: [deleteUnsentAttachments(before), deleteEarlyReports(before)],
        answer: undefined,
      }))
  },
})
