import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { Transmission, TransmissionHandler, TransmissionOutcome } from '../../../platform/partners/transmission.ts'
import type { Keeping, Reading } from '../../../platform/contracts/context.ts'
import type { Accepted } from '../../../vendors/notifications/provider.ts'
import { deliveryChanged } from '../events.ts'
import { mayBeTold } from '../model/decide-notice.ts'
import { advance, type Delivery } from '../model/delivery.ts'
import type { Channel } from '../model/messaging-policy.ts'
import { quietUntil } from '../model/quiet-hours.ts'
import type { MessagingContext } from '../ports.ts'
import { decideAgain } from '../workflows/request-notice.ts'
import {
  findDelivery,
  findDeliveryToDecide,
  lockVendorId,
  markSent,
  takeEarlyReport,
  updateDelivery,
} from '../store/deliveries.ts'
import { isStopped, numberIndex } from '../store/preferences.ts'
import type { SystemReading } from '../workflows/system-reading.ts'
import { isCurrent } from '../workflows/is-current.ts'
import type { OutgoingNotice } from '../model/outgoing-notice.ts'

/** What the vendor said; or that, before anything left, the patient changed their mind or went to bed, or it was no longer true. */
type Sent = Accepted | { readonly reconsider: true }
type Dispatch = (transmission: Transmission, notice: OutgoingNotice, signal: AbortSignal) => Promise<Accepted>

const sendNotice = (
  channel: Channel,
  context: MessagingContext,
  read: SystemReading,
  dispatch: Dispatch,
): TransmissionHandler<Sent> => ({
  kind: channel,
  send: async (transmission, signal) => {
    const { organizationId, subjectId, payload } = transmission
    const notice = payload as OutgoingNotice
    const reading = read(organizationId, `send-${channel}`)
    return (await stands(context, reading, subjectId, channel, notice))
      ? dispatch(transmission, notice, signal)
      : { reconsider: true }
  },
  settle,
  audit: { entity: 'Delivery', because: 'notification' },
  disclosed: (answer) => !('reconsider' in answer),
})

/** Whether the notice may leave as it was decided: hours may have passed since, while a vendor was down. */
const stands = async (
  context: MessagingContext,
  reading: Reading,
  deliveryId: string,
  channel: Channel,
  notice: OutgoingNotice,
): Promise<boolean> => {
  if (quietUntil(reading.now, notice.zone, notice.quietHours) !== null) return false
  const found = await findDeliveryToDecide(reading.db, deliveryId)
  if (found === null || (found.preferences?.version ?? 0) !== notice.preferencesVersion) return false
  const { delivery } = found
  if (!(await isCurrent(context, reading, delivery))) return false
  if (notice.proxyId !== null && !(await actsStill(context, reading, delivery.patientId, notice.proxyId))) return false
  if (!mayBeTold(await context.consent.answerTo(reading, delivery.patientId, 'messaging'), context.policy)) return false
  return channel === 'email' || !(await isStopped(reading.db, await numberIndex(reading.db, reading, notice.to)))
}

const actsStill = async (
  { directory }: MessagingContext,
  reading: Reading,
  patientId: string,
  proxyId: string,
): Promise<boolean> => (await directory.proxiesOf(reading, patientId)).some(({ id }) => id === proxyId)

const settle = async (
  keeping: Keeping,
  { subjectId }: Transmission,
  outcome: TransmissionOutcome<Sent>,
): Promise<void> => {
  const { tx, now } = keeping
  if ('expired' in outcome) return fail(keeping, subjectId, outcome.lastFault)
  const { answer } = outcome
  if ('reconsider' in answer) {
    const delivery = await findDelivery(tx, subjectId, 'lock')
    return delivery ? decideAgain(keeping, delivery, now) : undefined
  }
  if (!answer.accepted) return fail(keeping, subjectId, answer.code)
  const { vendorId } = answer
  // No report can cross with this answer: there is nothing by which it would name the message.
  if (vendorId === null) return tell(keeping, await markSent(tx, subjectId, now))
  await lockVendorId(tx, vendorId)
  const delivery = await findDelivery(tx, subjectId, 'lock')
  if (delivery === null) return
  const sent = advance(delivery, 'sent', { now, vendorId })
  const early = await takeEarlyReport(tx, vendorId)
  const reported =
    sent && early
      ? advance(sent, early.status, { now, ...(early.reason_code !== null && { reasonCode: early.reason_code }) })
      : null
  await keep(keeping, reported ?? sent)
}

const fail = async (keeping: Keeping, deliveryId: string, reasonCode: string): Promise<void> => {
  const delivery = await findDelivery(keeping.tx, deliveryId, 'lock')
  if (delivery) await keep(keeping, advance(delivery, 'failed', { now: keeping.now, reasonCode }))
}

const keep = async (keeping: Keeping, delivery: Delivery | null): Promise<void> => {
  if (delivery) await updateDelivery(keeping.tx, delivery)
  await tell(keeping, delivery)
}

const tell = async ({ emit }: Keeping, delivery: Delivery | null): Promise<void> => {
  if (delivery) await emit(deliveryChanged(delivery))
}

export const sendEmail = (context: MessagingContext, read: SystemReading): TransmissionHandler<Sent> =>
  sendNotice('email', context, read, async ({ id }, notice, signal) => {
    const { email } = context
    // Decided by a process that has the channel, and taken up by one that lacks it.
    if (email === null) throw new PartnerUnavailable('channel-missing')
    return email.send({ id, ...notice }, signal)
  })

export const sendSms = (context: MessagingContext, read: SystemReading): TransmissionHandler<Sent> =>
  sendNotice('sms', context, read, async ({ id, organizationId }, { to, text }, signal) => {
    const { sms, smsReportUrl } = context
    if (sms === null) throw new PartnerUnavailable('channel-missing')
    return sms.send({ id, to, text, reportUrl: smsReportUrl(organizationId) }, signal)
  })
