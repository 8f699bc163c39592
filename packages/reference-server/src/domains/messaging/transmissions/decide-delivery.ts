import { noticeReadBy } from '../model/notice-read-by.ts'
import { enqueueWithFact } from '../../../platform/partners/enqueue-transmission.ts'
import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { WriteContext, ReadContext } from '../../../platform/contracts/context.ts'
import { deliveryChanged } from '../events.ts'
import { decideForProxies } from '../model/decide-for-proxies.ts'
import { decideNotice, type NoticeDecision, type NoticeFacts } from '../model/decide-notice.ts'
import { advance, pendingStatuses, type Delivery } from '../model/delivery.ts'
import { dialable } from '../model/phone.ts'
import { renderNotice } from '../model/render-notice.ts'
import type { MessagingContext } from '../ports.ts'
import { postponeToMorning } from '../workflows/request-notice.ts'
import {
  updateDepartureStatement,
  findDelivery,
  findDeliveryToDecide,
  updateSuppressed,
  updateDelivery,
} from '../store/deliveries.ts'
import { isStopped, numberIndex, decryptPreferences, type EncryptedPreferences } from '../store/preferences.ts'
import type { SystemReadContext } from '../workflows/system-read-context.ts'
import { isCurrent, nullIfNotFound } from '../workflows/is-current.ts'
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
  /** The delivery was settled in the meantime. */
  | { readonly do: 'nothing' }

/** Decides, at its time, whether a notice is sent, on which channel and with which text. Sends nothing yet. */
export const decideDelivery = (ports: MessagingContext, read: SystemReadContext): TransmissionHandler<Decided> => ({
  kind: 'notice',
  send: async ({ organizationId, subjectId }) => {
    const context = read(organizationId, 'decide-notice')
    const found = await findDeliveryToDecide(context.db, subjectId)
    if (found === null || !pendingStatuses.some((status) => status === found.delivery.status)) return { do: 'nothing' }
    return decideOn(ports, context, found.delivery, found.preferences)
  },
  settle: async (context, { subjectId, patientId }, outcome) => {
    if ('response' in outcome && outcome.response.do === 'send') {
      const { channel, notice, expiresAt } = outcome.response
      const index = channel === 'sms' ? await numberIndex(context.tx, context, notice.to) : undefined
      const transmission = { kind: channel, subjectId, patientId, payload: notice, expiresAt }
      await enqueueWithFact(context, 'messaging', transmission, (transmissionId) =>
        updateDepartureStatement(context.tx, subjectId, { channel, transmissionId, numberIndex: index }),
      )
      return
    }
    if ('expired' in outcome) return fail(context, subjectId)
    const { response } = outcome
    if (response.do === 'suppress') {
      const suppressed = await updateSuppressed(context.tx, subjectId, response.reason, context.now)
      if (suppressed !== null) await context.emit(deliveryChanged(suppressed))
    }
    if (response.do === 'wait') await postponeToMorning(context, response.delivery, response.until)
  },
  audit: { entity: 'Delivery', because: 'notification' },
  disclosed: () => false,
})

const fail = async ({ tx, now, emit }: WriteContext, deliveryId: string): Promise<void> => {
  const delivery = await findDelivery(tx, deliveryId, 'for-update')
  const failed = delivery && advance(delivery, 'failed', { now, reasonCode: 'undecided' })
  if (failed === null) return
  await updateDelivery(tx, failed)
  await emit(deliveryChanged(failed))
}

const decideOn = async (
  ports: MessagingContext,
  context: ReadContext,
  delivery: Delivery,
  chosen: EncryptedPreferences | null,
): Promise<Decided> => {
  const { consent, directory, policy, templates, portalUrl, reads } = ports
  const { patientId } = delivery
  const patient = await directory.patient(context, patientId).catch(nullIfNotFound)
  if (patient === null) return { do: 'suppress', reason: 'no-address' }
  const preferences = chosen && (await decryptPreferences(context.db, context, patientId, chosen))
  const proxies = delivery.audience === 'proxies' ? await directory.proxiesOf(context, patientId) : null
  const phones = proxies === null ? [preferences?.phone ?? patient.phone] : proxies.map(({ phone }) => phone)
  const stopped = await stoppedAmong(context, phones)
  const facts: NoticeFacts = {
    kind: delivery.kind,
    current: await isCurrent(ports, context, delivery),
    expiresAt: delivery.expiresAt,
    consent: await consent.lastDecision(context, patientId, 'messaging'),
    patient,
    preferences,
    isStopped: (phone) => stopped.has(phone),
    channels: [...(ports.email ? (['email'] as const) : []), ...(ports.sms ? (['sms'] as const) : [])],
    now: context.now,
  }
  const { decision, proxyId } =
    proxies === null
      ? { decision: decideNotice(facts, policy), proxyId: null }
      : decideForProxies(facts, proxies, reads.proxyScopesOf(noticeReadBy(delivery)), policy)
  if (decision.do === 'wait') return { ...decision, delivery }
  if (decision.do === 'suppress') return decision
  const { brand } = await directory.organization(context)
  const portal = await portalUrl(context.caller.organizationId)
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
  context: ReadContext,
  phones: readonly (string | undefined)[],
): Promise<ReadonlySet<string>> => {
  const stopped = new Set<string>()
  for (const phone of phones) {
    const number = dialable(phone ?? '')
    if (number !== null && (await isStopped(context.db, await numberIndex(context.db, context, number))))
      stopped.add(number)
  }
  return stopped
}
