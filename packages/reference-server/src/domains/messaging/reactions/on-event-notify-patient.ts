import { nothingToDo, onEvents, type PageSteps } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent, EventType } from '../../../platform/contracts/event.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { MessagingContext } from '../ports.ts'
import { requestNoticeOnce, type NoticeRequest } from '../workflows/request-notice.ts'
import { findLastReadByPatient } from '../store/messages.ts'

/** Notifies the patient that an event of another domain happened, without its content. */
const notify = <Type extends EventType>(
  request: (event: DomainEvent<Type>) => NoticeRequest | null,
): PageSteps<Type, MessagingContext, MessagingPolicy> => ({
  gather: async (_, { policy }) => policy,
  decide: (event, policy, context) => {
    const notice = request(event)
    return notice === null ? nothingToDo : requestNoticeOnce(context, policy, notice)
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

export const onResultReleasedNotifyPatient = onEvents<MessagingContext>()(
  ['labs.result-released'],
  'messaging.notify-patient-on-result-released',
  notify(resultNotice),
)

/** The patient is notified of a correction of a result that they have already seen. Any other correction is for the clinic only. */
export const onResultCorrectedNotifyPatient = onEvents<MessagingContext>()(
  ['labs.result-corrected'],
  'messaging.notify-patient-on-result-corrected',
  notify((event) => (event.data.released ? resultNotice(event) : null)),
)

export const onSummaryPublishedNotifyPatient = onEvents<MessagingContext>()(
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

/** Approved or declined: the notice does not say which, nor of what. */
export const onRefillRespondedNotifyPatient = onEvents<MessagingContext>()(
  ['prescriptions.refill-responded'],
  'messaging.notify-patient-on-refill-responded',
  notify(({ data }) => ({
    patientId: data.patientId,
    kind: 'prescription',
    template: 'refill-answered',
    subject: { kind: 'prescription', id: data.prescriptionId },
    dedupeKey: `refill/${data.refillRequestId}/${data.version}`,
  })),
)

/** The notice does not say what the answer is. */
export const onAccessQuestionAnsweredNotifyPatient = onEvents<MessagingContext>()(
  ['compliance.access-question-answered'],
  'messaging.notify-patient-on-access-question-answered',
  notify(({ data }) => ({
    patientId: data.patientId,
    kind: 'access',
    template: 'access-question-answered',
    subject: { kind: 'other', id: data.questionId },
    dedupeKey: `access-question/${data.questionId}`,
  })),
)

/** The notice says neither what the patient asked nor what the answer is. */
export const onPrivacyRequestAnsweredNotifyPatient = onEvents<MessagingContext>()(
  ['rights.request-answered'],
  'messaging.notify-patient-on-privacy-request-answered',
  notify(({ data }) => ({
    patientId: data.patientId,
    kind: 'access',
    template: 'privacy-request-answered',
    subject: { kind: 'privacy-request', id: data.requestId },
    dedupeKey: `privacy-request/${data.requestId}`,
  })),
)

/**
 * A patient without coverage must receive the cost estimate of a visit (45 CFR 149.610(e)). The notice does not contain it; the patient
 * signs in to read it.
 */
export const onEstimateIssuedNotifyPatient = onEvents<MessagingContext>()(
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
export const onOutreachRequestedNotifyPatient = onEvents<MessagingContext>()(
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

/**
 * One notice until the patient reads: ten messages in a row make one notice.
 * @param afterMinutes - By when the patient has most often read it. A notice about what was read is not sent (workflows/is-current.ts).
 */
const notifyOfMessage = <Type extends 'messaging.message-posted' | 'messaging.visit-message-posted'>(
  afterMinutes: (policy: MessagingPolicy) => number,
): PageSteps<Type, MessagingContext, { policy: MessagingPolicy; readTo: ReadonlyMap<string, string | null> }> => ({
  gather: async (page, { policy }, { db }) => {
    const read = page
      .filter(({ data }) => data.by === 'member')
      .map(async ({ data: { threadId } }) => [threadId, await findLastReadByPatient(db, threadId)] as const)
    return read.length === 0 ? nothingToDo : { policy, readTo: new Map(await Promise.all(read)) }
  },
  decide: ({ data: { by, patientId, threadId } }, { policy, readTo }, context) =>
    by === 'member'
      ? requestNoticeOnce(context, policy, {
          patientId,
          kind: 'message',
          template: 'new-message',
          subject: { kind: 'thread', id: threadId },
          dedupeKey: `message/${threadId}/${readTo.get(threadId) ?? 'unread'}`,
          notBefore: new Date(context.now.getTime() + afterMinutes(policy) * 60_000),
        })
      : nothingToDo,
})

export const onMessagePostedNotifyPatient = onEvents<MessagingContext>()(
  ['messaging.message-posted'],
  'messaging.notify-patient-on-message-posted',
  notifyOfMessage(() => 0),
)

/** A patient in the room has most often read it by then. One who dropped out of the call has not. */
export const onVisitMessagePostedNotifyPatient = onEvents<MessagingContext>()(
  ['messaging.visit-message-posted'],
  'messaging.notify-patient-on-visit-message-posted',
  notifyOfMessage(({ messageOfVisit }) => messageOfVisit.afterMinutes),
)
