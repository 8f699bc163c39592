import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import { framesUntil } from '../model/text-of-file.ts'
import type { BillingPorts } from '../../ports.ts'
import { deleteFrames } from '../store/file-pieces.ts'
import type { KeepForOrganization } from '../../kernel/workflows/keep-for-organization.ts'

const name = 'billing.delete-file-texts'

/**
 * Deletes what mailbox files say about no patient, once financial records need not be kept any longer. What they say about a patient is
 * under that patient's key, and ends with the record. Files that still wait for a person are kept, however old they are.
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
        writes: [deleteFrames(framesUntil(now, policy))],
        answer: undefined,
      }))
  },
})
