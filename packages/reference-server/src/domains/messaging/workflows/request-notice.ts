import type { Change } from '../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../platform/contracts/context.ts'
import type { EnqueuedTransmission } from '../../../platform/contracts/transmission.ts'
import { withdrawUnsent } from '../../../platform/partners/transmission-write.ts'
import { deliveryChanged } from '../events.ts'
import { advance, type Audience, type Delivery, type SubjectKind } from '../model/delivery.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { NotificationKind } from '../model/preferences.ts'
import type { TemplateName } from '../model/template-pack.ts'
import { insertDelivery, replaceDelivery, type PendingDelivery } from '../store/deliveries.ts'

export interface NoticeRequest {
  readonly patientId: string
  /** Default: the patient. */
  readonly audience?: Audience
  readonly kind: NotificationKind
  readonly template: TemplateName
  readonly subject: { readonly kind: SubjectKind; readonly id: string }
  /** A notice with this key is sent once, however often it is requested. A request after it failed or was suppressed tries again. */
  readonly dedupeKey: string
  /** The time that the notice states. */
  readonly at?: Date
  /** The earliest time of the decision. */
  readonly notBefore?: Date
  readonly expiresAt?: Date
}

type NoticeContext = Pick<DecideContext, 'now' | 'newId'>
type NoticePolicy = Pick<MessagingPolicy, 'channelOrder' | 'noticeHours'>

/** What a change stores for notices. Reads nothing of the person. */
export type NoticeChange = Required<Pick<Change<void>, 'writes' | 'transmissions' | 'events' | 'answer'>>

/** Adds notices to the delivery log and schedules the decisions whether and how they are sent. Their keys must be new. */
export const requestNotices = (
  context: NoticeContext,
  policy: NoticePolicy,
  requests: readonly NoticeRequest[],
): NoticeChange => noticeChange(context, policy, requests, false)

/** Adds a notice, unless one with its key was requested before. */
export const requestNoticeOnce = (
  context: NoticeContext,
  policy: NoticePolicy,
  request: NoticeRequest,
): Change<void> => ({
  ...noticeChange(context, policy, [request], true),
  otherwise: () => ({ answer: undefined }),
})

const noticeChange = (
  context: NoticeContext,
  policy: NoticePolicy,
  requests: readonly NoticeRequest[],
  isConditional: boolean,
): NoticeChange => {
  const notices = requests.map((request) => {
    const { notBefore = context.now } = request
    const transmissionId = context.newId()
    const delivery = { ...newDelivery(context, policy, request, notBefore), transmissionId }
    const transmission = { ...decisionOf(delivery, transmissionId, notBefore), isFirst: true as const, known: delivery }
    return { request, transmission, delivery }
  })
  return {
    writes: notices.map(({ delivery, request }) => insertDelivery(delivery, request.dedupeKey, isConditional)),
    transmissions: notices.map(({ transmission }) => transmission),
    events: notices.map(({ delivery }) => deliveryChanged(delivery)),
    answer: undefined,
  }
}

const newDelivery = (
  { newId, now }: NoticeContext,
  policy: NoticePolicy,
  { patientId, audience = 'patient', kind, template, subject, at, expiresAt }: NoticeRequest,
  notBefore: Date,
): Delivery => ({
  id: newId(),
  patientId,
  audience,
  kind,
  template,
  subjectKind: subject.kind,
  subjectId: subject.id,
  at: at ?? null,
  // A placeholder until the decision.
  channel: policy.channelOrder[0] ?? 'email',
  status: 'queued',
  reasonCode: null,
  expiresAt: expiresAt ?? new Date(Math.max(now.getTime(), notBefore.getTime()) + policy.noticeHours * 3_600_000),
  transmissionId: null,
  vendorId: null,
  createdAt: now,
  sentAt: null,
  settledAt: null,
})

/** Schedules another decision of a delivery at `notBefore`, after the quiet hours. */
export const postponeToMorning = (context: NoticeContext, before: Delivery, notBefore: Date): Change<void> => {
  const transmission = decisionOf(before, context.newId(), notBefore)
  const waiting: Delivery = { ...before, status: 'deferred', transmissionId: transmission.id }
  return {
    writes: [replaceDelivery(waiting, before)],
    transmissions: [transmission],
    events: [deliveryChanged(waiting)],
    answer: undefined,
  }
}

/** It is given up at the expiry of the notice: one that was never attempted is outdated, another one has failed. */
const decisionOf = (
  { id, patientId, expiresAt }: Delivery,
  transmissionId: string,
  notBefore: Date,
): EnqueuedTransmission => ({
  id: transmissionId,
  kind: 'notice',
  subjectId: id,
  patientId,
  visitId: null,
  payload: {},
  notBefore,
  expiresAt,
})

/** Withdraws notices about a changed subject. One whose sending has begun in the meantime checks for itself. */
export const withdrawNotices = ({ now }: NoticeContext, pending: readonly PendingDelivery[]): NoticeChange => {
  const withdrawn = pending.flatMap(({ delivery: before, transmissionId }) => {
    const after = advance(before, 'suppressed', { now, reasonCode: 'outdated' })
    return after === null ? [] : [{ before, after, transmissionId }]
  })
  return {
    writes: withdrawn.flatMap(({ before, after, transmissionId }) => [
      withdrawUnsent('messaging', transmissionId, now),
      replaceDelivery(after, before),
    ]),
    transmissions: [],
    events: withdrawn.map(({ after }) => deliveryChanged(after)),
    answer: undefined,
  }
}

/** Both changes as one. */
export const bothChanges = (one: NoticeChange, other: NoticeChange): NoticeChange => ({
  writes: [...one.writes, ...other.writes],
  transmissions: [...one.transmissions, ...other.transmissions],
  events: [...one.events, ...other.events],
  answer: undefined,
})
