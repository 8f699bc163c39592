import { onEvents } from '../../../platform/contracts/reaction.ts'
import type { MessagingContext } from '../ports.ts'
import { requestNoticeOnce } from '../workflows/request-notice.ts'

/** One notice for everyone who is new until `tellAt`. It does not say who: the patient signs in to read it. */
export const onNewReaderFoundNotifyPatient = onEvents<MessagingContext>()(
  ['compliance.new-reader-found'],
  'messaging.notify-patient-on-new-reader-found',
  {
    gather: async (_, { policy }) => policy,
    decide: ({ data: { patientId, accessId, tellAt } }, policy, context) =>
      requestNoticeOnce(context, policy, {
        patientId,
        kind: 'access',
        template: 'first-access',
        subject: { kind: 'other', id: accessId },
        dedupeKey: `first-access/${accessId}`,
        notBefore: new Date(tellAt),
      }),
  },
)
