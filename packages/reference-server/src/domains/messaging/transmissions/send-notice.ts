import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { Transmission, TransmissionHandler, TransmissionOutcome } from '../../../platform/partners/transmission.ts'
import type { Keeping } from '../../../platform/seams.ts'
import type { Accepted } from '../../../vendors/notifications/provider.ts'
import { deliveryChanged } from '../events.ts'
import { mayBeTold } from '../model/decide-notice.ts'
import { advance, type Delivery } from '../model/delivery.ts'
import { quietUntil } from '../model/quiet-hours.ts'
import type { MessagingContext } from '../ports.ts'
import { decideAgain } from '../request-notice.ts'
import { findDelivery, lockVendorId, markSent, takeEarlyReport, updateDelivery } from '../store/deliveries.ts'
import { isStopped, numberIndex, preferencesVersion } from '../store/preferences.ts'
import type { SystemReading } from '../system-reading.ts'
import type { OutgoingNotice } from './outgoing-notice.ts'

/** What the vendor said; or that, before anything left, the patient changed their mind or went to bed. */
type Sent = Accepted | { readonly reconsider: true }
type Dispatch = (transmission: Transmission, notice: OutgoingNotice, signal: AbortSignal) => Promise<Accepted>

const sendNotice = (
  channel: 'email' | 'sms',
  { consent, policy }: MessagingContext,
  read: SystemReading,
  dispatch: Dispatch,
): TransmissionHandler<Sent> => ({
  kind: channel,
  send: async (transmission, signal) => {
    const { organizationId, patientId, payload } = transmission
    const notice = payload as OutgoingNotice
    const reading = read(organizationId, `send-${channel}`)
    if (quietUntil(reading.now, notice.zone, notice.quietHours) !== null) return { reconsider: true }
    if ((await preferencesVersion(reading.db, patientId ?? '')) !== notice.preferencesVersion)
      return { reconsider: true }
    if (!mayBeTold(await consent.answerTo(reading, patientId ?? '', 'messaging'), policy)) return { reconsider: true }
    if (channel === 'sms' && (await isStopped(reading.db, await numberIndex(reading.db, reading, notice.to))))
      return { reconsider: true }
    return dispatch(transmission, notice, signal)
  },
  settle,
  audit: { entity: 'Delivery', because: 'notification' },
  disclosed: (answer) => !('reconsider' in answer),
})

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
