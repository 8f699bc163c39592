import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import type { InvitationPolicy } from '../model/invitation-policy.ts'
import { deleteInvitations } from '../store/invitations.ts'

/** Deletes old invitations. Until then a used or withdrawn code is answered with its status; afterwards it is unknown. */
export const deleteOldInvitations = (
  organizationIds: () => Promise<readonly string[]>,
  keep: KeepForOrganization,
  { retentionDays }: InvitationPolicy,
): DomainJob => ({
  name: 'directory.delete-old-invitations',
  everySeconds: 3_600,
  run: async (now) => {
    const before = new Date(now.getTime() - retentionDays * 86_400_000)
    for (const organizationId of await organizationIds())
      await keep(organizationId, now, () => ({ writes: [deleteInvitations(before)], answer: undefined }))
  },
})
