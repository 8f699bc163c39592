import { noticeReadBy } from '../model/notice-read-by.ts'
import { enqueueWithFact } from '../../../platform/partners/enqueue-transmission.ts'
import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { Keeping, Reading } from '../../../platform/contracts/context.ts'
import { deliveryChanged } from '../events.ts'
import { decideForProxies } from '../model/decide-for-proxies.ts'
import { decideNotice, type NoticeDecision, type NoticeFacts } from '../model/decide-notice.ts'
import { advance, pendingStatuses, type Delivery } from '../model/delivery.ts'
import { dialable } from '../model/phone.ts'
import { renderNotice } from '../model/render-notice.ts'
import type { MessagingContext } from '../ports.ts'
import { decideInTheMorning } from '../workflows/request-notice.ts'
import { departureOf, findDelivery, findDeliveryToDecide, markSuppressed, updateDelivery } from '../store/deliveries.ts'
import { isStopped, numberIndex, openPreferences, type SealedPreferences } from '../store/preferences.ts'
import type { SystemReading } from '../workflows/system-reading.ts'
import { isCurrent, unlessGone } from '../workflows/is-current.ts'
import type { OutgoingNotice } from '../model/outgoing-notice.ts'

type Decided =
  | Extract<NoticeDecision, { readonly do: 'suppress' }>
  | (Extract<NoticeDecision, { readonly do: 'wait' }> & { readonly delivery: Delivery })
  | {
      readonly do: 'send'
      readonly channel: 'email' | 'sms'
      readonly notice: OutgoingNotice
      readonly expiresAt: Date
    }
  /** It was settled meanwhile. */
  | { readonly do: 'nothing' }

/** Decides, when its time has come, whether a notice leaves, how and with which words. Tells nobody anything yet. */
export const decide = (context: MessagingContext, read: SystemReading): TransmissionHandler<Decided> => ({
  kind: 'notice',
  send: async ({ organizationId, subjectId }) => {
    const reading = read(organizationId, 'decide-notice')
    const found = await findDeliveryToDecide(reading.db, subjectId)
    if (found === null || !pendingStatuses.some((status) => status === found.delivery.status)) return { do: 'nothing' }
    return decideOn(context, reading, found.delivery, found.preferences)
  },
  settle: async (keeping, { subjectId, patientId }, outcome) => {
    if ('answer' in outcome && outcome.answer.do === 'send') {
      const { channel, notice, expiresAt } = outcome.answer
      const index = channel === 'sms' ? await numberIndex(keeping.tx, keeping, notice.to) : undefined
      const transmission = { kind: channel, subjectId, patientId, payload: notice, expiresAt }
      await enqueueWithFact(keeping, 'messaging', transmission, (transmissionId) =>
        departureOf(keeping.tx, subjectId, { channel, transmissionId, numberIndex: index }),
      )
      return
    }
    if ('expired' in outcome) return fail(keeping, subjectId)
    const { answer } = outcome
    if (answer.do === 'suppress') {
      const suppressed = await markSuppressed(keeping.tx, subjectId, answer.reason, keeping.now)
      if (suppressed !== null) await keeping.emit(deliveryChanged(suppressed))
    }
    if (answer.do === 'wait') await decideInTheMorning(keeping, answer.delivery, answer.until)
  },
  audit: { entity: 'Delivery', because: 'notification' },
  disclosed: () => false,
})

const fail = async ({ tx, now, emit }: Keeping, deliveryId: string): Promise<void> => {
  const delivery = await findDelivery(tx, deliveryId, 'lock')
  const failed = delivery && advance(delivery, 'failed', { now, reasonCode: 'undecided' })
  if (failed === null) return
  await updateDelivery(tx, failed)
  await emit(deliveryChanged(failed))
}

const decideOn = async (
  context: MessagingContext,
  reading: Reading,
  delivery: Delivery,
  chosen: SealedPreferences | null,
): Promise<Decided> => {
  const { consent, directory, policy, templates, portalUrl, reads } = context
  const { patientId } = delivery
  const patient = await directory.patient(reading, patientId).catch(unlessGone)
  if (patient === null) return { do: 'suppress', reason: 'no-address' }
  const preferences = chosen && (await openPreferences(reading.db, reading, patientId, chosen))
  const proxies = delivery.audience === 'proxies' ? await directory.proxiesOf(reading, patientId) : null
  const phones = proxies === null ? [preferences?.phone ?? patient.phone] : proxies.map(({ phone }) => phone)
  const stopped = await stoppedAmong(reading, phones)
  const facts: NoticeFacts = {
    kind: delivery.kind,
    current: await isCurrent(context, reading, delivery),
    expiresAt: delivery.expiresAt,
    consent: await consent.answerTo(reading, patientId, 'messaging'),
    patient,
    preferences,
    isStopped: (phone) => stopped.has(phone),
    channels: [...(context.email ? (['email'] as const) : []), ...(context.sms ? (['sms'] as const) : [])],
    now: reading.now,
  }
  const { decision, proxyId } =
    proxies === null
      ? { decision: decideNotice(facts, policy), proxyId: null }
      : decideForProxies(facts, proxies, reads.proxyScopesOf(noticeReadBy(delivery)), policy)
  if (decision.do === 'wait') return { ...decision, delivery }
  if (decision.do === 'suppress') return decision
  const { brand } = await directory.organization(reading)
  const portal = await portalUrl(reading.caller.organizationId)
  const words = renderNotice(templates, {
    template: delivery.template,
    language: decision.language,
    zone: patient.zone,
    at: delivery.at,
    organization: brand.name,
    portalUrl: portal,
  })
  return {
    do: 'send',
    channel: decision.channel,
    expiresAt: delivery.expiresAt,
    notice: {
      to: decision.to,
      proxyId,
      fromName: brand.name,
      language: words.language,
      subject: words.subject,
      text: decision.channel === 'email' ? words.text : words.sms,
      unsubscribeUrl: `${portal}/preferences`,
      zone: patient.zone,
      quietHours: preferences === null ? policy.quietHours : preferences.quietHours,
      preferencesVersion: preferences?.version ?? 0,
    },
  }
}

const stoppedAmong = async (
  reading: Reading,
  phones: readonly (string | undefined)[],
): Promise<ReadonlySet<string>> => {
  const stopped = new Set<string>()
  for (const phone of phones) {
    const number = dialable(phone ?? '')
    if (number !== null && (await isStopped(reading.db, await numberIndex(reading.db, reading, number))))
      stopped.add(number)
  }
  return stopped
}
