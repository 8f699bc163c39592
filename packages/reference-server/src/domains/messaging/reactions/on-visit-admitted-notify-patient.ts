import { onEvents } from '../../../platform/contracts/reaction.ts'
import type { MessagingContext } from '../ports.ts'
import { requestNoticeOnce } from '../workflows/request-notice.ts'

/**
 * The patient is called in. A phone that is locked shows no page and plays no sound, so the patient is notified at once when their waiting
 * room is closed, and otherwise when they are not in the room a moment later. What is no longer true then is not sent (workflows/is-current.ts).
 */
export const onVisitAdmittedNotifyPatient = onEvents<MessagingContext>()(
  ['visits.admitted'],
  'messaging.notify-patient-on-visit-admitted',
  {
    gather: async (page, { policy, visits }, context) => ({
      policy,
      open: await visits.openWaitingRooms(
        context,
        page.map(({ data }) => data.visitId),
      ),
    }),
    decide: ({ data: { visitId, patientId, version } }, { policy, open }, context) => {
      const { afterSeconds, forMinutes } = policy.calledIn
      const now = context.now.getTime()
      return requestNoticeOnce(context, policy, {
        patientId,
        kind: 'appointment',
        template: 'called-in',
        subject: { kind: 'visit', id: visitId },
        dedupeKey: `called-in/${visitId}/${version}`,
        notBefore: new Date(open.has(visitId) ? now + afterSeconds * 1000 : now),
        expiresAt: new Date(now + forMinutes * 60_000),
      })
    },
  },
)
