import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import { partnerMessageHeld } from '../events.ts'
import type { MessagingContext } from '../ports.ts'
import { insertHeldMessage } from '../store/partner-messages.ts'

/** A report of a video vendor that did not fit waits at the same desk as those of the SMS vendor. One question is asked once. */
export const onVideoReportHeldInsertMessage = onEvent<MessagingContext>()(
  ['visits.video-report-held'],
  'messaging.insert-message-on-video-report-held',
  {
    gather: async ({ data }, { visits }, context) => (await visits.heldReport(context, data.reportId)) ?? nothingToDo,
    decide: (_, { vendor, reader, reason, subject, bytes }, { now, newId }) => {
      const id = newId()
      const held = { kind: 'video-report', reason, urgent: false, patientId: null } as const
      const source = { source: `video-${vendor}`, eventId: `${reason} ${subject}`, fingerprint: subject, reader }
      return {
        writes: [insertHeldMessage(id, { ...source, ...held, numberIndex: null, bytes }, now)],
        events: [partnerMessageHeld(id, held)],
        answer: undefined,
        otherwise: () => ({ answer: undefined }),
      }
    },
  },
)
