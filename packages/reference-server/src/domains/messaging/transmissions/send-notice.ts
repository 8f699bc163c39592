import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { Transmission, TransmissionHandler, TransmissionOutcome } from '../../../platform/partners/transmission.ts'
import type { WriteContext, ReadContext } from '../../../platform/contracts/context.ts'
import type { SendResult } from '../../../vendors/notifications/provider.ts'
import { deliveryChanged } from '../events.ts'
import { mayNotify } from '../model/decide-notice.ts'
import { advance, type Delivery } from '../model/delivery.ts'
import type { Channel } from '../model/messaging-policy.ts'
import { quietUntil } from '../model/quiet-hours.ts'
import type { MessagingContext } from '../ports.ts'
import { rescheduleDecision } from '../workflows/request-notice.ts'
import {
  findDelivery,
  findDeliveryToDecide,
  lockVendorId,
  updateSent,
  takeEarlyReport,
  updateDelivery,
} from '../store/deliveries.ts'
import { isStopped, numberIndex } from '../store/preferences.ts'
import type { SystemReadContext } from '../workflows/system-read-context.ts'
import { isCurrent } from '../workflows/is-current.ts'
import type { OutgoingNotice } from '../model/outgoing-notice.ts'

/** The vendor's response; or, before anything was sent, that preferences changed, quiet hours began, or the notice is no longer true. */
type Sent = SendResult | { readonly reconsider: true }
type Dispatch = (transmission: Transmission, notice: OutgoingNotice, signal: AbortSignal) => Promise<SendResult>

const sendNotice = (
  channel: Channel,
  ports: MessagingContext,
  read: SystemReadContext,
  dispatch: Dispatch,
): TransmissionHandler<Sent> => ({
  kind: channel,
  send: async (transmission, signal) => {
    const { organizationId, subjectId, payload } = transmission
    const notice = payload as OutgoingNotice
    const context = read(organizationId, `send-${channel}`)
    return (await isStillCurrent(ports, context, subjectId, channel, notice))
      ? dispatch(transmission, notice, signal)
      : { reconsider: true }
  },
  settle,
  audit: { entity: 'Delivery', because: 'notification' },
  disclosed: (response) => !('reconsider' in response),
})

/** Whether the notice can be sent as it was decided: hours may have passed while a vendor was down. */
const isStillCurrent = async (
  ports: MessagingContext,
  context: ReadContext,
  deliveryId: string,
  channel: Channel,
  notice: OutgoingNotice,
): Promise<boolean> => {
  if (quietUntil(context.now, notice.zone, notice.quietHours) !== null) return false
  const found = await findDeliveryToDecide(context.db, deliveryId)
  if (found === null || (found.preferences?.version ?? 0) !== notice.preferencesVersion) return false
  const { delivery } = found
  if (!(await isCurrent(ports, context, delivery))) return false
  if (notice.proxyId !== null && !(await isStillProxy(ports, context, delivery.patientId, notice.proxyId))) return false
  if (!mayNotify(await ports.consent.lastDecision(context, delivery.patientId, 'messaging'), ports.policy)) return false
  return channel === 'email' || !(await isStopped(context.db, await numberIndex(context.db, context, notice.to)))
}

const isStillProxy = async (
  { directory }: MessagingContext,
  context: ReadContext,
  patientId: string,
  proxyId: string,
): Promise<boolean> => (await directory.proxiesOf(context, patientId)).some(({ id }) => id === proxyId)

const settle = async (
  context: WriteContext,
  { subjectId }: Transmission,
  outcome: TransmissionOutcome<Sent>,
): Promise<void> => {
  const { tx, now } = context
  if ('expired' in outcome) return fail(context, subjectId, outcome.lastFault)
  const { response } = outcome
  if ('reconsider' in response) {
    const delivery = await findDelivery(tx, subjectId, 'for-update')
    return delivery ? rescheduleDecision(context, delivery, now) : undefined
  }
  if (!response.accepted) return fail(context, subjectId, response.code)
  const { vendorId } = response
  // No report can cross with this response, because there is no id by which it would name the message.
  if (vendorId === null) return emitDeliveryChanged(context, await updateSent(tx, subjectId, now))
  await lockVendorId(tx, vendorId)
  const delivery = await findDelivery(tx, subjectId, 'for-update')
  if (delivery === null) return
  const sent = advance(delivery, 'sent', { now, vendorId })
  const early = await takeEarlyReport(tx, vendorId)
  const reported =
    sent && early
      ? advance(sent, early.status, { now, ...(early.reason_code !== null && { reasonCode: early.reason_code }) })
      : null
  await updateAndEmit(context, reported ?? sent)
}

const fail = async (context: WriteContext, deliveryId: string, reasonCode: string): Promise<void> => {
  const delivery = await findDelivery(context.tx, deliveryId, 'for-update')
  if (delivery) await updateAndEmit(context, advance(delivery, 'failed', { now: context.now, reasonCode }))
}

const updateAndEmit = async (context: WriteContext, delivery: Delivery | null): Promise<void> => {
  if (delivery) await updateDelivery(context.tx, delivery)
  await emitDeliveryChanged(context, delivery)
}

const emitDeliveryChanged = async ({ emit }: WriteContext, delivery: Delivery | null): Promise<void> => {
  if (delivery) await emit(deliveryChanged(delivery))
}

export const sendEmail = (ports: MessagingContext, read: SystemReadContext): TransmissionHandler<Sent> =>
  sendNotice('email', ports, read, async ({ id }, notice, signal) => {
    const { email } = ports
    // Decided by a process that has the channel, and run by one that does not.
    if (email === null) throw new PartnerUnavailable('channel-missing')
    return email.send({ id, ...notice }, signal)
  })

export const sendSms = (ports: MessagingContext, read: SystemReadContext): TransmissionHandler<Sent> =>
  sendNotice('sms', ports, read, async ({ id, organizationId }, { to, text }, signal) => {
    const { sms, smsReportUrl } = ports
    if (sms === null) throw new PartnerUnavailable('channel-missing')
    return sms.send({ id, to, text, reportUrl: smsReportUrl(organizationId) }, signal)
  })
