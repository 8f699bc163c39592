import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { KeepForOrganization } from '../../../../platform/system/keep-for-organization.ts'
import { organizationsWith } from '../../../../platform/system/organizations-with.ts'
import { applyStatusUpdate, readUpdatedFacts, withReplaced } from '../workflows/apply-status-update.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import type { PrescriptionFacts } from '../../kernel/model/prescription.ts'
import { listOverduePrescriptions } from '../../kernel/store/prescriptions.ts'

/** The number of prescriptions in one run; the next run is a minute later. */
const atOnce = 200

/** A pharmacy does not announce that it will not respond, so a missing response is detected by time. A person must then call. */
export const flagUnanswered = (
  organizationIds: () => Promise<readonly string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  keep: KeepForOrganization,
  policy: PrescribingPolicy,
): DomainJob => ({
  name: 'prescriptions.flag-unanswered',
  everySeconds: 30,
  run: async (now) => {
    const found = await organizationsWith(readerOf(''), 'prescriptions.due_answers', await organizationIds(), now)
    for (const organizationId of found) {
      const db = readerOf(organizationId)
      const flag = (found: PrescriptionFacts): Promise<void> =>
        keep(organizationId, now, async (isRepeated, context) => {
          const current = isRepeated
            ? await readUpdatedFacts(db, context, found.id)
            : await withReplaced(db, context, found)
          // A response may have arrived in the meantime.
          const { answerDueAt } = current.facts
          const isDue = answerDueAt !== null && answerDueAt <= now
          const applied = isDue ? applyStatusUpdate(context, current, { kind: 'silent' }, policy) : null
          return { ...(applied && { writes: applied.writes, events: applied.events }), answer: undefined }
        })
      await Promise.all((await listOverduePrescriptions(db, now, atOnce)).map(flag))
    }
  },
})
