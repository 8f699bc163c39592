import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import { deleteTextsBefore } from '../model/text-of-file.ts'
import type { BillingPorts } from '../../ports.ts'
import { deleteTexts } from '../store/mailbox-files.ts'
import type { KeepForOrganization } from '../../kernel/workflows/keep-for-organization.ts'

const name = 'billing.delete-file-texts'

/**
 * Deletes the text of mailbox files that were resolved outside Visitkit some days ago. The text names many patients and is encrypted under
 * the organization's key, so erasing one of them does not remove it. Files that still wait for a person are kept, however old they are.
 */
export const deleteFileTexts = (
  { directory }: Pick<BillingPorts, 'directory'>,
  keep: KeepForOrganization,
  policy: BillingPolicy,
): DomainJob => ({
  name,
  everySeconds: 3_600,
  run: async (now) => {
    for (const organizationId of await directory.organizationIds())
      await keep(organizationId, name, now, async () => ({
        writes: [deleteTexts(deleteTextsBefore(now, policy))],
        answer: undefined,
      }))
  },
})
