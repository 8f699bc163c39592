import type { Change } from '../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { Conclude, Transmission, TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { SendResult } from '../../../vendors/notifications/provider.ts'
import { deliveryChanged, partnerMessageHeld } from '../events.ts'
import { advance, pendingStatuses, type Delivery } from '../model/delivery.ts'
import type { Channel } from '../model/messaging-policy.ts'
import { writeNoticeId } from '../workflows/notice-id.ts'
import type { OutgoingNotice } from '../model/outgoing-notice.ts'
import type { MessagingContext } from '../ports.ts'
import {
  applyEarlyReport,
  findDelivery,
  findDeliveryToDecide,
  findEarlyReport,
  insertKnownVendorId,
  replaceDelivery,
  type DeliveryToDecide,
  type EarlyReport,
} from '../store/deliveries.ts'
import { isFailureHeld, readWaitingBytes } from '../store/partner-messages.ts'
import { findPreferences, numberIndex } from '../store/preferences.ts'
import { applyWaitingMessage } from '../store/waiting-messages.ts'
import { ChannelSlots } from '../workflows/channel-slots.ts'
import { decideDelivery, type DeliveryDecision } from '../workflows/decide-delivery.ts'
import { holdFailure } from '../workflows/hold-failure.ts'
import { postponeToMorning } from '../workflows/request-notice.ts'
import type { SystemReadContext } from '../workflows/system-read-context.ts'

interface Sent {
  readonly do: 'sent'
  readonly channel: Channel
  readonly result: SendResult
  /** Of the number, for a later STOP; null for an e-mail. */
  readonly numberIndex: Uint8Array | null
}

type Outcome =
  /** `delivery`: as it was found for the decision. */
  | ((Exclude<DeliveryDecision, { readonly do: 'send' }> | Sent) & { readonly delivery: Delivery })
  /** The delivery was settled in the meantime. */
  | { readonly do: 'nothing' }

const slots = 32
/** Those of one channel that send or wait always leave the other one its 12. */
const slotsOfChannels = { sending: 12, waiting: 8, patience: 1_000 } as const

/**
 * Decides at its time whether a notice is sent, and sends it. Every attempt decides again: hours may have passed while a vendor was down.
 * The vendor recognizes a repeat by the id of the transmission.
 */
export const sendNotice = (ports: MessagingContext, read: SystemReadContext): TransmissionHandler<Outcome> => {
  const channels = new ChannelSlots(slotsOfChannels)

  const dispatch = (
    channel: Channel,
    { id, organizationId, subjectId }: Transmission,
    notice: OutgoingNotice,
    signal: AbortSignal,
  ): Promise<SendResult> => {
    const { email, sms, smsReportUrl } = ports
    return channels.use(channel, signal, async () => {
      // What comes back names the notice and its organization.
      if (channel === 'email' && email !== null)
        return email.send({ id: writeNoticeId({ deliveryId: subjectId, organizationId }), ...notice }, signal)
      if (channel === 'sms' && sms !== null) {
        const { to, text } = notice
        return sms.send({ id, to, text, reportUrl: smsReportUrl(organizationId) }, signal)
      }
      throw new PartnerUnavailable('channel-missing')
    })
  }

  return {
    kind: 'notice',
    partTwo: {
      discloses: 'none',
      why: 'It goes to the patient, or to a person who may learn of the visit.',
    },
    concurrency: slots,
    send: async (transmission, signal) => {
      const context = read(transmission.organizationId, 'send-notice')
      const found = await findToDecide(context.db, transmission)
      if (found === null || !isPending(found.delivery)) return { do: 'nothing' }
      const { delivery } = found
      const decision = await decideDelivery(ports, context, found)
      if (decision.do !== 'send') return { ...decision, delivery }
      const { channel, notice } = decision
      return {
        do: 'sent',
        delivery,
        channel,
        result: await dispatch(channel, transmission, notice, signal),
        numberIndex: channel === 'sms' ? await numberIndex(context.db, context, notice.to) : null,
      }
    },
    conclude,
    audit: { entity: 'Delivery', because: 'notification' },
    disclosed: (response) => response.do === 'sent',
  }
}

/** At once after it was stored, the delivery is known. Its preferences are those of now. */
const findToDecide = async (
  db: ReadContext['db'],
  { subjectId, known }: Transmission,
): Promise<DeliveryToDecide | null> => {
  // Of `requestNotices`.
  const delivery = known as Delivery | undefined
  if (delivery === undefined) return findDeliveryToDecide(db, subjectId)
  return { delivery, preferences: await findPreferences(db, delivery.patientId) }
}

const isPending = ({ status }: Delivery): boolean => pendingStatuses.some((each) => each === status)

const findPending = async (db: ReadContext['db'], id: string): Promise<Delivery | null> => {
  const delivery = await findDelivery(db, id)
  return delivery !== null && isPending(delivery) ? delivery : null
}

const nothing: Change<void> = { answer: undefined }

/** Decides on the delivery that `send` found, and reads it again only if it has changed since. */
const conclude: Conclude<Outcome> = async (context, { subjectId }, outcome, { isRepeated }) => {
  const { db, now } = context
  if ('expired' in outcome) {
    const before = await findPending(db, subjectId)
    return before === null ? nothing : changeTo(before, advanceExpired(before, outcome.lastFault, now))
  }
  const { response } = outcome
  if (response.do === 'nothing') return nothing
  const before = isRepeated ? await findPending(db, subjectId) : response.delivery
  if (before === null) return nothing
  if (response.do === 'suppress')
    return changeTo(before, advance(before, 'suppressed', { now, reasonCode: response.reason }))
  if (response.do === 'wait') return postponeToMorning(context, before, response.until)
  const { channel, result } = response
  if (!result.accepted) {
    const sent = { ...before, channel }
    const held = await holdFailure(context, sent, result.code)
    return withMore(changeTo(before, advance(sent, 'failed', { now, reasonCode: result.code })), held)
  }
  return concludeSent(context, before, response, result.vendorId)
}

/** Together with the change of the delivery. */
const withMore = (
  change: Change<void>,
  { writes = [], events = [] }: Pick<Change<void>, 'writes' | 'events'>,
): Change<void> => ({
  ...change,
  writes: [...(change.writes ?? []), ...writes],
  events: [...(change.events ?? []), ...events],
})

const concludeSent = async (
  context: ReadContext,
  before: Delivery,
  { channel, numberIndex: index }: Sent,
  vendorId: string | null,
): Promise<Change<void>> => {
  const { db, now, newId } = context
  const sent = advance({ ...before, channel }, 'sent', { now, vendorId })
  if (sent === null) return nothing
  // No report can cross with this response, because there is no id by which it would name the message.
  if (vendorId === null) return changeTo(before, sent, index)
  const early = await findEarlyReport(db, vendorId)
  if (early === null)
    return withMore(changeTo(before, sent, index), { writes: [insertKnownVendorId(newId(), vendorId, now)] })
  const { status, reasonCode } = early
  const after = advance(sent, status, { now, ...(reasonCode !== null && { reasonCode }) }) ?? sent
  const message = await concludeEarly(context, early, after)
  return withMore(changeTo(before, after, index), {
    ...message,
    writes: [applyEarlyReport(vendorId), ...message.writes],
  })
}

/** What becomes of the message of a report that arrived first. */
const concludeEarly = async (
  context: ReadContext,
  { id, status }: EarlyReport,
  delivery: Delivery,
): Promise<Required<Pick<Change<void>, 'writes' | 'events'>>> => {
  const bytes = await readWaitingBytes(context.db, context, id)
  if (bytes === null) return { writes: [], events: [] }
  const { patientId } = delivery
  const isNew = status === 'failed' && !(await isFailureHeld(context.db, patientId, 'text-report'))
  const reason = isNew ? 'undelivered' : null
  return {
    writes: [applyWaitingMessage(id, { delivery, effect: status, reason }, bytes)],
    events: reason === null ? [] : [partnerMessageHeld(id, { kind: 'text-report', reason, urgent: false, patientId })],
  }
}

/** A notice that was never attempted is outdated. A code of this server, not of a partner, is not shown. */
const advanceExpired = (before: Delivery, lastFault: string, now: Date): Delivery | null =>
  lastFault === 'never-sent'
    ? advance(before, 'suppressed', { now, reasonCode: 'outdated' })
    : advance(before, 'failed', { now, reasonCode: isPartnerCode(lastFault) ? lastFault : 'undecided' })
const isPartnerCode = (fault: string): boolean => /^[a-z0-9][a-z0-9_.:-]*$/.test(fault)

const changeTo = (before: Delivery, after: Delivery | null, index: Uint8Array | null = null): Change<void> =>
  after === null
    ? nothing
    : { writes: [replaceDelivery(after, before, index)], events: [deliveryChanged(after)], answer: undefined }
