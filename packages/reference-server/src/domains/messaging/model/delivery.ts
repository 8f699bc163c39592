import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { Channel } from './messaging-policy.ts'
import type { NotificationKind } from './preferences.ts'
import type { TemplateName } from './template-pack.ts'

export type DeliveryReason = components['schemas']['DeliveryReason']
export type DeliveryStatus = components['schemas']['Delivery']['status']

/** Nothing has been sent yet. */
export const pendingStatuses = ['queued', 'deferred'] as const satisfies readonly DeliveryStatus[]

/** It did not reach the person, so the same event may be sent again: the next message after one whose notice bounced. */
export const isUndelivered = ({ status }: { readonly status: DeliveryStatus }): boolean =>
  status === 'failed' || status === 'suppressed'

/** What a notice is about: `appointment:<id>` and so on. */
export type SubjectKind = components['schemas']['NoticeSubjectKind']

/** The recipient: the patient, or one of their proxies. */
export type Audience = components['schemas']['Delivery']['audience']

/** One row of the delivery log. Its texts are rendered when it is sent, and are not stored. */
export interface Delivery {
  readonly id: string
  readonly patientId: string
  readonly audience: Audience
  readonly kind: NotificationKind
  readonly template: TemplateName
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  /** The time that the notice states. */
  readonly at: Date | null
  readonly channel: Channel
  readonly status: DeliveryStatus
  /** A `DeliveryReason`, or a code from the partner. */
  readonly reasonCode: string | null
  readonly expiresAt: Date
  /** The current transmission. */
  readonly transmissionId: string | null
  readonly vendorId: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly settledAt: Date | null
}

/** Reports arrive late, twice and out of order. A status never goes back to one that is less certain. */
const rank: Readonly<Record<DeliveryStatus, number>> = {
  queued: 0,
  deferred: 0,
  suppressed: 1,
  sent: 1,
  failed: 2,
  delivered: 3,
}

/** The delivery with its new status, or null if the status adds nothing. */
export const advance = (
  delivery: Delivery,
  status: DeliveryStatus,
  more: { readonly now: Date; readonly reasonCode?: string; readonly vendorId?: string | null },
): Delivery | null => {
  if (rank[status] < rank[delivery.status] || (rank[status] === rank[delivery.status] && rank[status] > 0)) return null
  const isOver = status === 'delivered' || status === 'failed' || status === 'suppressed'
  return {
    ...delivery,
    status,
    reasonCode: more.reasonCode ?? null,
    vendorId: more.vendorId ?? delivery.vendorId,
    sentAt: status === 'sent' || (status === 'delivered' && delivery.sentAt === null) ? more.now : delivery.sentAt,
    settledAt: isOver ? more.now : null,
    transmissionId: rank[status] > 0 ? null : delivery.transmissionId,
  }
}

const isReason = (code: string): code is DeliveryReason => vocabularies.DeliveryReason.some((known) => known === code)

/** A code that is not one of our own reasons came from the partner. */
const reasonOf = (code: string): Pick<components['schemas']['Delivery'], 'reason' | 'partnerCode'> =>
  isReason(code) ? { reason: code } : { reason: 'partner', partnerCode: code }

export const presentDelivery = (delivery: Delivery): components['schemas']['Delivery'] => ({
  id: delivery.id,
  patientId: delivery.patientId,
  audience: delivery.audience,
  kind: delivery.kind,
  template: delivery.template,
  subject: { kind: delivery.subjectKind, id: delivery.subjectId },
  channel: delivery.channel,
  status: delivery.status,
  ...(delivery.reasonCode !== null && reasonOf(delivery.reasonCode)),
  createdAt: delivery.createdAt.toISOString(),
  ...(delivery.sentAt !== null && { sentAt: delivery.sentAt.toISOString() }),
  ...(delivery.settledAt !== null && { settledAt: delivery.settledAt.toISOString() }),
})
