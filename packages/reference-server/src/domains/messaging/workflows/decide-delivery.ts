import type { ReadContext } from '../../../platform/contracts/context.ts'
import { decideForProxies, type ActingProxy } from '../model/decide-for-proxies.ts'
import { decideNotice, type NoticeDecision, type NoticeFacts } from '../model/decide-notice.ts'
import { channelsOfOthers } from '../model/channels-of-others.ts'
import type { Channel } from '../model/messaging-policy.ts'
import type { Preferences } from '../model/preferences.ts'
import { noticeReadBy } from '../model/notice-read-by.ts'
import type { OutgoingNotice } from '../model/outgoing-notice.ts'
import { dialable } from '../model/phone.ts'
import { preferencesPage } from '../model/portal-pages.ts'
import { renderNotice } from '../model/render-notice.ts'
import type { Addressee, MessagingContext } from '../ports.ts'
import type { DeliveryToDecide } from '../store/deliveries.ts'
import { restoredOnlyByConsent } from '../model/words-of-number.ts'
import { decryptPreferences, numberIndex, readWordOfNumber, type WordOfNumber } from '../store/preferences.ts'
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
  const proxies = await proxiesWhoMayRead(ports, context, delivery)
  const phones = proxies === null ? [preferences?.phone ?? patient.call.phone] : proxies.map(({ phone }) => phone)
  const facts: Omit<NoticeFacts, 'isStopped' | 'needsConsent'> = {
    kind: delivery.kind,
    template: delivery.template,
    current: await isCurrent(ports, context, delivery),
    expiresAt: delivery.expiresAt,
    consent: await consent.lastDecision(context, patientId, 'messaging'),
    patient: { ...patient, phone: patient.call.phone },
    preferences,
    barred: proxies === null ? await barredFor(ports, context, delivery, patient, preferences) : [],
    channels: [...(ports.email ? (['email'] as const) : []), ...(ports.sms ? (['sms'] as const) : [])],
    now: context.now,
  }
  const decide = (numbers: Pick<NoticeFacts, 'isStopped' | 'needsConsent'>): NoticeDecision =>
    proxies === null
      ? decideNotice({ ...facts, ...numbers }, policy)
      : decideForProxies({ ...facts, ...numbers }, proxies, reads.proxyScopesOf(noticeReadBy(delivery)), policy)
  // Whether a number is stopped is read only if the decision depends on it: a notice by e-mail does not.
  let isAsked = false
  const ask = (): boolean => {
    isAsked = true
    return false
  }
  let decision = decide({ isStopped: ask, needsConsent: ask })
  if (isAsked) {
    const words = await wordsOf(context, patientId, phones)
    decision = decide({
      isStopped: (phone) => words.get(phone)?.word === 'stop',
      needsConsent: (phone) => restoredOnlyByConsent(words.get(phone) ?? { word: null, isShared: false }),
    })
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

/** Whether the notice is about a sensitive visit is looked up only where an address may be another person's. */
const barredFor = async (
  { reads }: MessagingContext,
  { caller, now }: ReadContext,
  { patientId, subjectId }: DeliveryToDecide['delivery'],
  patient: Addressee,
  preferences: Preferences | null,
): Promise<readonly Channel[]> => {
  const channels = channelsOfOthers(patient, preferences, now)
  if (channels.length === 0) return []
  return (await reads.isSensitive(caller.organizationId, patientId, subjectId)) ? channels : []
}

/** A notice about a sensitive visit goes to those whom the patient lets read it, or else to the patient. Null: to the patient. */
const proxiesWhoMayRead = async (
  { directory, reads }: MessagingContext,
  context: ReadContext,
  { audience, patientId, subjectId }: DeliveryToDecide['delivery'],
): Promise<readonly ActingProxy[] | null> => {
  if (audience !== 'proxies') return null
  const proxies = await directory.proxiesOf(context, patientId)
  if (!(await reads.isSensitive(context.caller.organizationId, patientId, subjectId))) return proxies
  const permitted = proxies.filter(({ scope }) => scope.includes('sensitive'))
  return permitted.length === 0 ? null : permitted
}

const wordsOf = async (
  context: ReadContext,
  patientId: string,
  phones: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, WordOfNumber>> => {
  const words = new Map<string, WordOfNumber>()
  for (const phone of phones) {
    const number = dialable(phone ?? '')
    if (number === null) continue
    words.set(number, await readWordOfNumber(context.db, await numberIndex(context.db, context, number), patientId))
  }
  return words
}
