import { decideNotice, type NoticeDecision, type NoticeFacts } from './decide-notice.ts'
import type { Channel, MessagingPolicy } from './messaging-policy.ts'
import { dialable } from './phone.ts'

/** Somebody whose right over the patient holds. */
export interface ActingProxy {
  readonly id: string
  readonly scope: readonly ('schedule' | 'visit' | 'record')[]
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/**
 * The same for those who act for the patient: it goes to the first of them who may read what it announces (`readableWith`) and can be
 * reached, at their own address. The patient's choice of
 * a channel and an address is about the patient's own; language, quiet hours, what is muted and that nothing is wanted at all hold here too.
 */
export const decideForProxies = (
  facts: NoticeFacts,
  proxies: readonly ActingProxy[],
  readableWith: readonly ActingProxy['scope'][number][],
  policy: Pick<MessagingPolicy, 'whenUnasked' | 'channelOrder' | 'quietHours'>,
): { readonly decision: NoticeDecision; readonly proxyId: string | null } => {
  const { channels, isStopped, preferences } = facts
  const channelOf = ({ email, phone }: ActingProxy): Channel | undefined => {
    const number = dialable(phone ?? '')
    const reaches = { email: email !== undefined, sms: number !== null && !isStopped(number) }
    return policy.channelOrder.find((each) => channels.includes(each) && reaches[each])
  }
  for (const proxy of proxies.filter(({ scope }) => scope.some((each) => readableWith.includes(each)))) {
    const channel = channelOf(proxy)
    if (channel === undefined) continue
    const { id, email, phone } = proxy
    const chosen =
      preferences === null || preferences.channel === 'none'
        ? preferences
        : { ...preferences, channel, email: null, phone: null }
    const patient = { ...facts.patient, email, phone }
    return { decision: decideNotice({ ...facts, patient, preferences: chosen }, policy), proxyId: id }
  }
  return { decision: { do: 'suppress', reason: 'no-proxy-address' }, proxyId: null }
}
