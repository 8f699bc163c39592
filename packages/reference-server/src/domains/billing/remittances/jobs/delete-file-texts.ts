import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import { deleteTextsBefore } from '../model/text-of-file.ts'
import type { BillingPorts } from '../../ports.ts'
import { deleteTexts } from '../store/mailbox-files.ts'
import type { RunForOrganization } from '../../kernel/workflows/run-for-organization.ts'

const name = 'billing.delete-file-texts'

/**
 * Forgets the text of mailbox files that were worked elsewhere some days ago. It names many patients under the organization's key, so that
 * erasing one of them does not reach it. What still waits for a person is left alone, however old it is.
 */
export const deleteFileTexts = (
  { directory }: Pick<BillingPorts, 'directory'>,
  run: RunForOrganization,
  policy: BillingPolicy,
): DomainJob => ({
  name,
  everySeconds: 3_600,
  run: async (now) => {
    for (const organizationId of await directory.organizationIds())
      await run(organizationId, name, now, ({ tx }) => deleteTexts(tx, deleteTextsBefore(now, policy)))
  },
})
