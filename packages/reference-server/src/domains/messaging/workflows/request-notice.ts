import { enqueueWithFact } from '../../../platform/partners/enqueue-transmission.ts'
import type { NewTransmission } from '../../../platform/partners/transmission.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { deliveryChanged } from '../events.ts'
import type { Audience, Delivery, SubjectKind } from '../model/delivery.ts'
import type { MessagingPolicy } from '../model/messaging-policy.ts'
import type { NotificationKind } from '../model/preferences.ts'
import type { TemplateName } from '../model/template-pack.ts'
import {
  updateDeliveryStatement,
  insertDeliveryStatement,
  lockPendingDeliveries,
  updateDelivery,
  updateWaitStatement,
} from '../store/deliveries.ts'
import { advance } from '../model/delivery.ts'
import { withdrawTransmission } from '../../../platform/partners/transmission-states.ts'

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

/** Adds a notice to the delivery log and schedules the decision whether and how it is sent. Reads nothing of the person yet. */
export const requestNotice = async (
  context: WriteContext,
  policy: Pick<MessagingPolicy, 'channelOrder' | 'noticeHours'>,
  {
    patientId,
    audience = 'patient',
    kind,
    template,
    subject,
    dedupeKey,
    at,
    notBefore = context.now,
    expiresAt,
  }: NoticeRequest,
): Promise<void> => {
  const { tx, now, newId, caller, emit } = context
  const delivery: Delivery = {
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
  }
  const entered = await enqueueWithFact(
    context,
    'messaging',
    decisionTransmission(delivery, notBefore),
    (transmissionId) => insertDeliveryStatement(tx, caller.organizationId, { ...delivery, transmissionId }, dedupeKey),
  )
  if (entered !== null) await emit(deliveryChanged(delivery))
}

/** Schedules another decision of a delivery at `notBefore`, and stores the delivery. */
export const rescheduleDecision = async (context: WriteContext, delivery: Delivery, notBefore: Date): Promise<void> => {
  await enqueueWithFact(context, 'messaging', decisionTransmission(delivery, notBefore), (transmissionId) =>
    updateDeliveryStatement(context.tx, { ...delivery, transmissionId }),
  )
}

/**
 * Schedules another decision of a delivery at `notBefore`, after the quiet hours, and emits the change; unless the delivery has changed
 * since it was read.
 */
export const postponeToMorning = async (context: WriteContext, delivery: Delivery, notBefore: Date): Promise<void> => {
  const waiting: Delivery = { ...delivery, status: 'deferred' }
  const entered = await enqueueWithFact(
    context,
    'messaging',
    decisionTransmission(waiting, notBefore),
    (transmissionId) => updateWaitStatement(context.tx, waiting.id, transmissionId),
  )
  if (entered !== null) await context.emit(deliveryChanged(waiting))
}

const decisionTransmission = (delivery: Delivery, notBefore: Date): NewTransmission => ({
  kind: 'notice',
  subjectId: delivery.id,
  patientId: delivery.patientId,
  payload: {},
  notBefore,
  // A last decision after the expiry suppresses the notice. A decision that keeps failing until then is given up.
  expiresAt: new Date(Math.max(delivery.expiresAt.getTime(), notBefore.getTime()) + 3_600_000),
})

/** Withdraws the notices about a changed subject that are not sent yet. A transmission in progress checks for itself before it sends. */
export const withdrawNotices = async (
  context: WriteContext,
  subjectId: string,
  which: (delivery: Delivery) => boolean = () => true,
): Promise<void> => {
  for (const delivery of await lockPendingDeliveries(context.tx, subjectId)) {
    if (!which(delivery) || delivery.transmissionId === null) continue
    if (!(await withdrawTransmission(context, 'messaging', delivery.transmissionId))) continue
    const after = advance(delivery, 'suppressed', { now: context.now, reasonCode: 'outdated' })
    if (!after) continue
    await updateDelivery(context.tx, after)
    await context.emit(deliveryChanged(after))
  }
}
