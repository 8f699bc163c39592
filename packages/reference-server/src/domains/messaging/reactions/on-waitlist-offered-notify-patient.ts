import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import type { MessagingContext } from '../ports.ts'
import { listPendingDeliveries, type PendingDelivery } from '../store/deliveries.ts'
import { requestNoticeOnce, withdrawNotices } from '../workflows/request-notice.ts'

/**
 * A time is reserved for the patient until the time that the notice states. It does not name the offered time: the patient signs in to see
 * it. Offers are made outside the default quiet hours; a patient with longer ones is not notified of an offer that ends during them.
 */
export const onWaitlistOfferedNotifyPatient = onEvents<MessagingContext>()(
  ['scheduling.waitlist-offered'],
  'messaging.notify-patient-on-waitlist-offered',
  {
    gather: async (_, { policy }) => policy,
    decide: ({ data: { entryId, patientId, expiresAt, version } }, policy, context) =>
      requestNoticeOnce(context, policy, {
        patientId,
        kind: 'appointment',
        template: 'waitlist-offer',
        subject: { kind: 'other', id: entryId },
        dedupeKey: `waitlist/${entryId}/${version}`,
        at: new Date(expiresAt),
        expiresAt: new Date(expiresAt),
      }),
  },
)

/** A notice that was not sent yet is not true any more. */
export const onWaitlistOfferEndedWithdrawNotice = onEvents<MessagingContext>()(
  ['scheduling.waitlist-offer-ended'],
  'messaging.withdraw-notice-on-waitlist-offer-ended',
  {
    gather: async (page, _, { db }) => {
      const found = new Map<string, readonly PendingDelivery[]>()
      for (const { id, data } of page) {
        const pending = (await listPendingDeliveries(db, data.entryId)).filter(
          // A later offer of the same entry has a notice of its own.
          ({ dedupeKey }) => dedupeKey === `waitlist/${data.entryId}/${data.version - 1}`,
        )
        if (pending.length > 0) found.set(id, pending)
      }
      return found.size === 0 ? nothingToDo : found
    },
    decide: ({ id }, found, context) => {
      const pending = found.get(id)
      return pending === undefined ? nothingToDo : withdrawNotices(context, pending)
    },
  },
)
