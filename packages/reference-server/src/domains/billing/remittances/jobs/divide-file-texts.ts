import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { BillingPorts } from '../../ports.ts'
import type { KeepForOrganization } from '../../kernel/workflows/keep-for-organization.ts'
import { listUndivided } from '../store/file-pieces.ts'
import { changeOfResolved } from '../workflows/change-of-resolved.ts'

const name = 'billing.divide-file-texts'
/** In one run. An hour has few files that a person resolves. */
const most = 50

/**
 * A file that was resolved outside Visitkit is kept like one that was read: in pieces, each under the key of the patient whom it is about, so
 * that no text about many patients stays where erasing one of them cannot reach it.
 */
export const divideFileTexts = (
  { directory }: Pick<BillingPorts, 'directory'>,
  readerOf: (organizationId: string) => AnyKysely,
  keep: KeepForOrganization,
): DomainJob => ({
  name,
  everySeconds: 3_600,
  run: async (now) => {
    for (const organizationId of await directory.organizationIds())
      for (const id of await listUndivided(readerOf(organizationId), most))
        await keep(organizationId, name, now, (context) => changeOfResolved(context, id))
  },
})
