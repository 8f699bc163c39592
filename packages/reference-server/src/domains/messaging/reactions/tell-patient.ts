import type { Reaction } from '../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { MessagingContext } from '../ports.ts'
import { requestNotice, type NoticeRequest } from '../workflows/request-notice.ts'
import { readByPatient } from '../store/messages.ts'

/** A fact of another domain of which the patient is told that it happened, and nothing else. */
const tellOn = (
  event: string,
  consumer: string,
  request: (event: DomainEvent) => NoticeRequest | null,
): Reaction<MessagingContext, MessagingPolicy> => ({
  event,
  consumer,
  gather: async (_, { policy }) => policy,
  keep: async (told, policy, keeping) => {
    const notice = request(told)
    if (notice) await requestNotice(keeping, policy, notice)
  },
})

const id = (value: unknown): string => String(value)

const resultNotice = ({ data }: DomainEvent): NoticeRequest | null =>
  typeof data['patientId'] !== 'string'
    ? null
    : {
        patientId: data['patientId'],
        kind: 'result',
        template: 'result-ready',
        subject: { kind: 'result', id: id(data['resultId']) },
        dedupeKey: `result/${id(data['resultId'])}/${id(data['version'])}`,
      }

export const onResultReleasedTellPatient = tellOn(
  'labs.result-released',
  'messaging.tell-result-released',
  resultNotice,
)

/** A correction of what the patient has seen already is theirs to know; of anything else it is the clinic's. */
export const onResultCorrectedTellPatient = tellOn(
  'labs.result-corrected',
  'messaging.tell-result-corrected',
  (event) => (event.data['released'] === true ? resultNotice(event) : null),
)

export const onSummaryPublishedTellPatient = tellOn(
  'follow_up.summary-published',
  'messaging.tell-summary-published',
  ({ data }) => ({
    patientId: id(data['patientId']),
    kind: 'summary',
    template: 'summary-ready',
    subject: { kind: 'visit', id: id(data['visitId']) },
    dedupeKey: `summary/${id(data['visitId'])}/${id(data['version'])}`,
  }),
)

/** What a visit will cost somebody without coverage has to reach them (45 CFR 149.610(e)); what it says stands behind the sign-in. */
export const onEstimateIssuedTellPatient = tellOn(
  'billing.estimate-issued',
  'messaging.tell-estimate-issued',
  ({ data }) => ({
    patientId: id(data['patientId']),
    kind: 'appointment',
    template: 'result-ready',
    subject: { kind: 'other', id: id(data['estimateId']) },
    dedupeKey: `estimate/${id(data['estimateId'])}`,
  }),
)

/** What follow-up wants the patient to come back for. Which of these it is stands behind the sign-in, but for a visit that was missed. */
export const onOutreachWantedTellPatient = tellOn(
  'follow_up.outreach-wanted',
  'messaging.tell-outreach-wanted',
  ({ id: eventId, data }) => ({
    patientId: id(data['patientId']),
    audience: data['audience'] === 'proxies' ? 'proxies' : 'patient',
    kind: 'outreach',
    template: data['kind'] === 'no-show' ? 'visit-missed' : 'next-step',
    subject: { kind: 'other', id: id(data['subjectId']) },
    dedupeKey: `outreach/${eventId}`,
  }),
)

/** Once, until the patient has read: ten messages in a row make one notice. */
export const onMessagePostedTellPatient: Reaction<
  MessagingContext,
  { readonly policy: MessagingPolicy; readonly readTo: string | null }
> = {
  event: 'messaging.message-posted',
  consumer: 'messaging.tell-message-posted',
  gather: async ({ data }, { policy }, { db }) => ({
    policy,
    readTo: data['by'] === 'member' ? await readByPatient(db, id(data['threadId'])) : null,
  }),
  keep: async ({ data }, { policy, readTo }, keeping) => {
    if (data['by'] !== 'member') return
    await requestNotice(keeping, policy, {
      patientId: id(data['patientId']),
      kind: 'message',
      template: 'new-message',
      subject: { kind: 'thread', id: id(data['threadId']) },
      dedupeKey: `message/${id(data['threadId'])}/${readTo ?? 'unread'}`,
    })
  },
}
