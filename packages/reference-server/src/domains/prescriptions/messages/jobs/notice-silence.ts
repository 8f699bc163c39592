import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../../platform/system/run-for-organization.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { keepHeard } from '../workflows/keep-heard.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import { overdue, readFacts } from '../../kernel/store/prescriptions.ts'

/** One pass; the rest is for the next, a minute later. */
const atOnce = 200

/** Nothing tells that a pharmacy will not answer; that it has not answered in time does. Then somebody has to telephone. */
export const noticeSilence = (
  organizationIds: () => Promise<readonly string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
  policy: PrescribingPolicy,
): DomainJob => ({
  name: 'prescriptions.notice-silence',
  everySeconds: 60,
  run: async (now) => {
    for (const organizationId of await organizationIds())
      for (const { id } of await overdue(readerOf(organizationId), now, atOnce))
        await run(organizationId, now, async (keeping) => {
          const facts = await readFacts(keeping.tx, keeping, id, 'lock')
          await keepHeard(keeping, facts, { kind: 'silent' }, policy)
        })
  },
})
