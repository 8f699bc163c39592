import { onEvents } from '../../../platform/contracts/reaction.ts'
import type { MessagingContext } from '../ports.ts'
import { requestNoticeOnce } from '../workflows/request-notice.ts'

/** It does not say who, or why: the patient signs in to read it. */
export const onEmergencyAccessOpenedNotifyPatient = onEvents<MessagingContext>()(
  ['directory.emergency-access-opened'],
  'messaging.notify-patient-on-emergency-access-opened',
  {
    gather: async (_, { policy }) => policy,
    decide: ({ data: { patientId, emergencyAccessId } }, policy, context) =>
      requestNoticeOnce(context, policy, {
        patientId,
        kind: 'access',
        template: 'emergency-access',
        subject: { kind: 'other', id: emergencyAccessId },
        dedupeKey: `emergency-access/${emergencyAccessId}`,
      }),
  },
)
