import type { Channel, ConsentDecision, MessagingPolicy } from './messaging-policy.ts'
import type { DeliveryReason } from './delivery.ts'
import { dialable } from './phone.ts'
import type { NotificationKind, Preferences } from './preferences.ts'
import { quietUntil } from './quiet-hours.ts'

/** Everything by which it is decided whether, how and when a person is told. */
export interface NoticeFacts {
  readonly kind: NotificationKind
  /** Whether there is still something to tell: an appointment that stands, a message that was not read. */
  readonly current: boolean
  /** After this moment it helps nobody. */
  readonly expiresAt: Date
  readonly consent: ConsentDecision
  readonly patient: {
    readonly email?: string | undefined
    readonly phone?: string | undefined
    readonly language: string
    readonly zone: string
  }
  /** Null: the patient never said. */
  readonly preferences: Preferences | null
  readonly isStopped: (phone: string) => boolean
  /** Channels that this deployment has. */
  readonly channels: readonly Channel[]
  readonly now: Date
}

export type NoticeDecision =
  | {
      readonly do: 'suppress'
      readonly reason: Exclude<DeliveryReason, 'undecided' | 'partner'>
    }
  | { readonly do: 'wait'; readonly until: Date }
  | { readonly do: 'send'; readonly channel: Channel; readonly to: string; readonly language: string }

const suppress = (reason: Extract<NoticeDecision, { do: 'suppress' }>['reason']): NoticeDecision => ({
  do: 'suppress',
  reason,
})

/** Where each channel would reach the patient; null when it would not. */
const addressesOf = ({ patient, preferences }: NoticeFacts): Readonly<Record<Channel, string | null>> => ({
  email: preferences?.email ?? patient.email ?? null,
  sms: dialable(preferences?.phone ?? patient.phone ?? ''),
})

/** The consent to messages promises that a no ends them, by every channel. */
export const mayNotify = (consent: ConsentDecision, { whenUnasked }: Pick<MessagingPolicy, 'whenUnasked'>): boolean =>
  consent === 'granted' || (consent === 'unasked' && whenUnasked === 'tell')

/**
 * Only the channel that the patient prefers is ever used, and nothing else when it cannot be: 45 CFR 164.522(b)(1) leaves no second choice.
 */
export const decideNotice = (
  facts: NoticeFacts,
  policy: Pick<MessagingPolicy, 'whenUnasked' | 'channelOrder' | 'quietHours'>,
): NoticeDecision => {
  const { kind, preferences, patient, channels, now, expiresAt } = facts
  if (!facts.current || now >= expiresAt) return suppress('outdated')
  if (!mayNotify(facts.consent, policy)) return suppress('no-consent')
  if (preferences?.muted.includes(kind)) return suppress('muted')
  const addresses = addressesOf(facts)
  const channel =
    preferences?.channel ?? policy.channelOrder.find((each) => channels.includes(each) && addresses[each] !== null)
  // Nobody said how, and there is no address at all.
  if (channel === undefined) return suppress('no-address')
  if (channel === 'none' || !channels.includes(channel)) return suppress('no-channel')
  const to = addresses[channel]
  if (to === null) return suppress('no-address')
  if (channel === 'sms' && facts.isStopped(to)) return suppress('stopped')
  const until = quietUntil(now, patient.zone, preferences === null ? policy.quietHours : preferences.quietHours)
  if (until !== null) return until >= expiresAt ? suppress('outdated') : { do: 'wait', until }
  return { do: 'send', channel, to, language: preferences?.language ?? patient.language }
}
