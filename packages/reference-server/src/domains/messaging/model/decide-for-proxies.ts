import type { components } from '@visitkit/contract'
import { decideNotice, type NoticeDecision, type NoticeFacts } from './decide-notice.ts'
import type { Channel, MessagingPolicy } from './messaging-policy.ts'
import { dialable } from './phone.ts'

/** A proxy whose right to act for the patient is in force. */
export interface ActingProxy {
  readonly id: string
  readonly scope: readonly components['schemas']['ProxyScope'][]
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/**
 * Decides a notice for the patient's proxies. It goes to the first proxy who may read what it announces (`readableWith`) and who can be
 * reached, at the proxy's own address. The channel and the address that the patient chose do not apply to a proxy; language, quiet hours,
 * muted notices and the channel `none` do.
 */
export const decideForProxies = (
  facts: NoticeFacts,
  proxies: readonly ActingProxy[],
  readableWith: readonly ActingProxy['scope'][number][],
  policy: Pick<MessagingPolicy, 'whenUnasked' | 'channelOrder' | 'quietHours'>,
): NoticeDecision => {
  const { channels, isStopped, needsConsent, consent, preferences } = facts
  const channelOf = ({ email, phone }: ActingProxy): Channel | undefined => {
    const number = dialable(phone ?? '')
    const reaches = {
      email: () => email !== undefined,
      sms: () => number !== null && !isStopped(number) && (consent === 'granted' || !needsConsent(number)),
    }
    return policy.channelOrder.find((each) => channels.includes(each) && reaches[each]())
  }
  for (const proxy of proxies.filter(({ scope }) => scope.some((each) => readableWith.includes(each)))) {
    const channel = channelOf(proxy)
    if (channel === undefined) continue
    const { email, phone } = proxy
    const chosen =
      preferences === null || preferences.channel === 'none'
        ? preferences
        : { ...preferences, channel, email: null, phone: null }
    const patient = { ...facts.patient, email, phone }
    return decideNotice({ ...facts, patient, preferences: chosen, barred: [] }, policy)
  }
  return { do: 'suppress', reason: 'no-proxy-address' }
}
