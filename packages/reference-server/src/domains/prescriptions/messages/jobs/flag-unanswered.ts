import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../../platform/system/run-for-organization.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { applyStatusUpdate } from '../workflows/apply-status-update.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import { listOverduePrescriptions, readPrescriptionFacts } from '../../kernel/store/prescriptions.ts'

/** The number of prescriptions in one run; the next run is a minute later. */
const atOnce = 200

/** A pharmacy does not announce that it will not respond, so a missing response is detected by time. A person must then call. */
export const flagUnanswered = (
  organizationIds: () => Promise<readonly string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
  policy: PrescribingPolicy,
): DomainJob => ({
  name: 'prescriptions.flag-unanswered',
  everySeconds: 60,
  run: async (now) => {
    for (const organizationId of await organizationIds())
      for (const { id } of await listOverduePrescriptions(readerOf(organizationId), now, atOnce))
        await run(organizationId, now, async (context) => {
          const facts = await readPrescriptionFacts(context.tx, context, id, 'for-update')
          await applyStatusUpdate(context, facts, { kind: 'silent' }, policy)
        })
  },
})
