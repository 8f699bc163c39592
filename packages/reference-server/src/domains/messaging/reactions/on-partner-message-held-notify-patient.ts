import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import type { PartnerMessageKind } from '../model/partner-message.ts'
import type { TemplateName } from '../model/template-pack.ts'
import type { MessagingContext } from '../ports.ts'
import { requestNoticeOnce } from '../workflows/request-notice.ts'

/** A notice that arrives later than this after the text helps no one. */
const usefulForMinutes = 60

const templates: Readonly<Partial<Record<PartnerMessageKind, TemplateName>>> = {
  text: 'text-not-read',
  mail: 'mail-not-read',
}

/**
 * A patient who wrote to the number or the address of notices learns that care is not given there, and where it is. Once a day, so that it
 * never answers a machine that answers it; as every other notice only if the patient wants notices, and not at night. It goes where the
 * patient wants notices, and never to the address that a mail names: anyone can write one.
 */
export const onPartnerMessageHeldNotifyPatient = onEvent<MessagingContext>()(
  ['messaging.partner-message-held'],
  'messaging.notify-patient-on-partner-message-held',
  {
    gather: async ({ data: { kind, reason, patientId } }, { policy }) => {
      const template = templates[kind]
      return template !== undefined && reason === 'written' && patientId !== null
        ? { policy, patientId, template }
        : nothingToDo
    },
    decide: ({ data }, { policy, patientId, template }, context) =>
      requestNoticeOnce(context, policy, {
        patientId,
        kind: 'message',
        template,
        subject: { kind: 'other', id: data.messageId },
        dedupeKey: `${template}/${patientId}/${context.now.toISOString().slice(0, 10)}`,
        expiresAt: new Date(context.now.getTime() + usefulForMinutes * 60_000),
      }),
  },
)
