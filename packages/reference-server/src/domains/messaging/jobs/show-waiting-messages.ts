import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import { partnerMessageHeld } from '../events.ts'
import { mostUnknown } from '../model/partner-message.ts'
import { countHeldOf } from '../store/partner-messages.ts'
import { listDueMessages, showMessage, type WaitingMessage } from '../store/waiting-messages.ts'
import type { SystemReadContext } from '../workflows/system-read-context.ts'

/** Brings to the desk what no one here knows and has waited for, as far as there is room for its sender and reason. */
export const showWaitingMessages = (
  organizationIds: () => Promise<readonly string[]>,
  keep: KeepForOrganization,
  read: SystemReadContext,
): DomainJob => {
  const show = (organizationId: string, now: Date, message: WaitingMessage): Promise<void> =>
    keep(organizationId, now, () => ({
      writes: [showMessage(message)],
      events: [partnerMessageHeld(message.id, message)],
      answer: undefined,
      // Its notice became known in the meantime.
      otherwise: () => ({ answer: undefined }),
    }))
  return {
    name: 'messaging.show-waiting-messages',
    everySeconds: 600,
    run: async (now) => {
      for (const organizationId of await organizationIds()) {
        const { db } = read(organizationId, 'show-waiting-messages')
        const room = new Map<string, number>()
        for (const message of await listDueMessages(db, now)) {
          const { source, reason } = message
          const queue = `${source} ${reason}`
          const left = room.get(queue) ?? mostUnknown - (await countHeldOf(db, source, reason))
          room.set(queue, left - 1)
          if (left > 0) await show(organizationId, now, message)
        }
      }
    },
  }
}
