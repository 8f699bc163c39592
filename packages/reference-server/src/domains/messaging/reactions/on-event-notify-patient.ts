import { onEvent, type EventSteps } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent, EventType } from '../../../platform/contracts/event.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { MessagingContext } from '../ports.ts'
import { requestNotice, type NoticeRequest } from '../workflows/request-notice.ts'
import { findLastReadByPatient } from '../store/messages.ts'

/** Notifies the patient that an event of another domain happened, without its content. */
const notify = <Type extends EventType>(
  request: (event: DomainEvent<Type>) => NoticeRequest | null,
): EventSteps<Type, MessagingContext, MessagingPolicy> => ({
  gather: async (_, { policy }) => policy,
  keep: async (event, policy, context) => {
    const notice = request(event)
    if (notice) await requestNotice(context, policy, notice)
  },
})

const resultNotice = ({
  data: { patientId, resultId, version },
}: DomainEvent<'labs.result-released' | 'labs.result-corrected'>): NoticeRequest => ({
  patientId,
  kind: 'result',
  template: 'result-ready',
  subject: { kind: 'result', id: resultId },
  dedupeKey: `result/${resultId}/${version}`,
})

export const onResultReleasedNotifyPatient = onEvent<MessagingContext>()(
  ['labs.result-released'],
  'messaging.notify-patient-on-result-released',
  notify(resultNotice),
)

/** The patient is notified of a correction of a result that they have already seen. Any other correction is for the clinic only. */
export const onResultCorrectedNotifyPatient = onEvent<MessagingContext>()(
  ['labs.result-corrected'],
  'messaging.notify-patient-on-result-corrected',
  notify((event) => (event.data.released ? resultNotice(event) : null)),
)

export const onSummaryPublishedNotifyPatient = onEvent<MessagingContext>()(
  ['follow_up.summary-published'],
  'messaging.notify-patient-on-summary-published',
  notify(({ data }) => ({
    patientId: data.patientId,
    kind: 'summary',
    template: 'summary-ready',
    subject: { kind: 'visit', id: data.visitId },
    dedupeKey: `summary/${data.visitId}/${data.version}`,
  })),
)

/**
 * A patient without coverage must receive the cost estimate of a visit (45 CFR 149.610(e)). The notice does not contain it; the patient
 * signs in to read it.
 */
export const onEstimateIssuedNotifyPatient = onEvent<MessagingContext>()(
  ['billing.estimate-issued'],
  'messaging.notify-patient-on-estimate-issued',
  notify(({ data }) => ({
    patientId: data.patientId,
    kind: 'appointment',
    template: 'result-ready',
    subject: { kind: 'other', id: data.estimateId },
    dedupeKey: `estimate/${data.estimateId}`,
  })),
)

/**
 * A follow-up reason for the patient to come back. The notice does not say which one, except for a missed visit; the patient signs in to
 * read it.
 */
export const onOutreachRequestedNotifyPatient = onEvent<MessagingContext>()(
  ['follow_up.outreach-requested'],
  'messaging.notify-patient-on-outreach-requested',
  notify(({ id: eventId, data }) => ({
    patientId: data.patientId,
    audience: data.audience === 'proxies' ? 'proxies' : 'patient',
    kind: 'outreach',
    template: data.kind === 'no-show' ? 'visit-missed' : 'next-step',
    subject: { kind: 'other', id: data.subjectId },
    dedupeKey: `outreach/${eventId}`,
  })),
)

/** One notice until the patient reads: ten messages in a row make one notice. */
export const onMessagePostedNotifyPatient = onEvent<MessagingContext>()(
  ['messaging.message-posted'],
  'messaging.notify-patient-on-message-posted',
  {
    gather: async ({ data }, { policy }, { db }) => ({
      policy,
      readTo: data.by === 'member' ? await findLastReadByPatient(db, data.threadId) : null,
    }),
    keep: async ({ data }, { policy, readTo }, context) => {
      if (data.by !== 'member') return
      await requestNotice(context, policy, {
        patientId: data.patientId,
        kind: 'message',
        template: 'new-message',
        subject: { kind: 'thread', id: data.threadId },
        dedupeKey: `message/${data.threadId}/${readTo ?? 'unread'}`,
      })
    },
  },
)
