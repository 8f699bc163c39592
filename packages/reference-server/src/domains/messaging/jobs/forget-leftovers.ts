import type { DomainJob } from '../../../domain-module.ts'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/new-id.ts'
import { systemCaller } from '../../../platform/events/consume-once.ts'
import type { UnitOfWork } from '../../../platform/seams.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import { forgetLoose } from '../store/attachments.ts'
import { forgetEarlyReports } from '../store/deliveries.ts'

/** Files that were added and never sent, and reports on messages that we never sent. */
export const forgetLeftovers = (
  organizationIds: () => Promise<readonly string[]>,
  unitOfWork: UnitOfWork,
  { attachment }: Pick<MessagingPolicy, 'attachment'>,
): DomainJob => ({
  name: 'messaging.forget-leftovers',
  everySeconds: 3_600,
  run: async (now) => {
    const before = new Date(now.getTime() - attachment.looseHours * 3_600_000)
    for (const organizationId of await organizationIds()) {
      const caller = systemCaller('messaging.timer', organizationId, now)
      const situation = { caller, requestId: newId(), now, access: createAccess(caller, 'organization'), newId }
      await unitOfWork.run({ domain: 'messaging', situation, idempotency: null, audit: () => [] }, async ({ tx }) => {
        await forgetLoose(tx, before)
        await forgetEarlyReports(tx, before)
      })
    }
  },
})
