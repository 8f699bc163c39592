import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import type { MessagingContext } from '../ports.ts'
import { requestNoticeOnce } from '../workflows/request-notice.ts'

/** A notice that arrives later than this after the text helps no one. */
const usefulForMinutes = 60

/**
 * A patient who wrote to the number of notices learns that care is not given there, and where it is. Once a day; as every other notice
 * only if the patient wants notices, and not at night.
 */
export const onPartnerMessageHeldNotifyPatient = onEvent<MessagingContext>()(
  ['messaging.partner-message-held'],
  'messaging.notify-patient-on-partner-message-held',
  {
    gather: async ({ data }, { policy }) =>
      data.kind === 'text' && data.reason === 'written' && data.patientId !== null
        ? { policy, patientId: data.patientId }
        : nothingToDo,
    decide: ({ data }, { policy, patientId }, context) =>
      requestNoticeOnce(context, policy, {
        patientId,
        kind: 'message',
        template: 'text-not-read',
        subject: { kind: 'other', id: data.messageId },
        dedupeKey: `text-not-read/${patientId}/${context.now.toISOString().slice(0, 10)}`,
        expiresAt: new Date(context.now.getTime() + usefulForMinutes * 60_000),
      }),
  },
)
