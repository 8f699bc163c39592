import type { ReadContext } from '../../../platform/contracts/context.ts'
import { decideForProxies } from '../model/decide-for-proxies.ts'
import { decideNotice, type NoticeDecision, type NoticeFacts } from '../model/decide-notice.ts'
import { noticeReadBy } from '../model/notice-read-by.ts'
import type { OutgoingNotice } from '../model/outgoing-notice.ts'
import { dialable } from '../model/phone.ts'
import { preferencesPage } from '../model/portal-pages.ts'
import { renderNotice } from '../model/render-notice.ts'
import type { MessagingContext } from '../ports.ts'
import type { DeliveryToDecide } from '../store/deliveries.ts'
import { decryptPreferences, isStopped, numberIndex } from '../store/preferences.ts'
import { isCurrent, nullIfNotFound } from './is-current.ts'

export type DeliveryDecision =
  | Exclude<NoticeDecision, { readonly do: 'send' }>
  | { readonly do: 'send'; readonly channel: 'email' | 'sms'; readonly notice: OutgoingNotice }

/** Decides now whether a notice is sent, on which channel, where to and with which text. */
export const decideDelivery = async (
  ports: MessagingContext,
  context: ReadContext,
  { delivery, preferences: chosen }: DeliveryToDecide,
): Promise<DeliveryDecision> => {
  const { consent, directory, policy, templates, portalUrl, reads } = ports
  const { patientId } = delivery
  const patient = await directory.patient(context, patientId).catch(nullIfNotFound)
  if (patient === null) return { do: 'suppress', reason: 'no-address' }
  const preferences = chosen && (await decryptPreferences(context.db, context, patientId, chosen))
  const proxies = delivery.audience === 'proxies' ? await directory.proxiesOf(context, patientId) : null
  const phones = proxies === null ? [preferences?.phone ?? patient.phone] : proxies.map(({ phone }) => phone)
  const facts: Omit<NoticeFacts, 'isStopped'> = {
    kind: delivery.kind,
    template: delivery.template,
    current: await isCurrent(ports, context, delivery),
    expiresAt: delivery.expiresAt,
    consent: await consent.lastDecision(context, patientId, 'messaging'),
    patient,
    preferences,
    channels: [...(ports.email ? (['email'] as const) : []), ...(ports.sms ? (['sms'] as const) : [])],
    now: context.now,
  }
  const decide = (isStopped: NoticeFacts['isStopped']): NoticeDecision =>
    proxies === null
      ? decideNotice({ ...facts, isStopped }, policy)
      : decideForProxies({ ...facts, isStopped }, proxies, reads.proxyScopesOf(noticeReadBy(delivery)), policy)
  // Whether a number is stopped is read only if the decision depends on it: a notice by e-mail does not.
  let isAsked = false
  let decision = decide(() => {
    isAsked = true
    return false
  })
  if (isAsked) {
    const stopped = await stoppedAmong(context, phones)
    decision = decide((phone) => stopped.has(phone))
  }
  if (decision.do !== 'send') return decision
  const { brand } = await directory.organization(context)
  const portal = await portalUrl(context.caller.organizationId)
  const words = renderNotice(templates, {
    kind: delivery.kind,
    template: delivery.template,
    subject: { kind: delivery.subjectKind, id: delivery.subjectId },
    language: decision.language,
    zone: patient.zone,
    at: delivery.at,
    organization: brand.name,
    portalUrl: portal,
  })
  return {
    do: 'send',
    channel: decision.channel,
    notice: {
      to: decision.to,
      fromName: brand.name,
      language: words.language,
      subject: words.subject,
      text: decision.channel === 'email' ? words.text : words.sms,
      unsubscribeUrl: portal + preferencesPage,
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
