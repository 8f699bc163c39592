import type { Channel, ConsentDecision, MessagingPolicy } from './messaging-policy.ts'
import type { DeliveryReason } from './delivery.ts'
import { dialable } from './phone.ts'
import type { NotificationKind, Preferences } from './preferences.ts'
import { quietUntil } from './quiet-hours.ts'
import type { TemplateName } from './template-pack.ts'

/** Everything that decides whether, how and when a person is notified. */
export interface NoticeFacts {
  readonly kind: NotificationKind
  readonly template: TemplateName
  /** Whether the notice is still true: the appointment is unchanged, the message is unread. */
  readonly current: boolean
  /** After this time the notice is useless. */
  readonly expiresAt: Date
  readonly consent: ConsentDecision
  readonly patient: {
    readonly email?: string | undefined
    readonly phone?: string | undefined
    readonly language: string
    readonly zone: string
  }
  /** Null if the patient never set them. */
  readonly preferences: Preferences | null
  readonly isStopped: (phone: string) => boolean
  /** After STOP and START from a number that other patients use too. */
  readonly needsConsent: (phone: string) => boolean
  /** Channels that are not used, because what the notice announces is for the patient alone, and the address may be another person's. */
  readonly barred: readonly Channel[]
  /** Channels that are configured in this deployment. */
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

/** The patient's address for each channel; null if there is none. */
const addressesOf = ({ patient, preferences }: NoticeFacts): Readonly<Record<Channel, string | null>> => ({
  email: preferences?.email ?? patient.email ?? null,
  sms: dialable(preferences?.phone ?? patient.phone ?? ''),
})

/** The consent to messages promises that a refusal ends them on every channel. */
export const mayNotify = (consent: ConsentDecision, { whenUnasked }: Pick<MessagingPolicy, 'whenUnasked'>): boolean =>
  consent === 'granted' || (consent === 'unasked' && whenUnasked === 'tell')

/** A patient has to ask for notices of new readers, and cannot mute that a chart was opened in an emergency. */
const isWanted = ({ kind, template, preferences }: NoticeFacts): boolean => {
  if (template === 'emergency-access') return true
  return !preferences?.muted.includes(kind) && (template !== 'first-access' || preferences?.tellFirstAccess === true)
}

/** Only the patient's preferred channel is ever used, even if it cannot reach them: 45 CFR 164.522(b)(1) allows no alternative. */
export const decideNotice = (
  facts: NoticeFacts,
  policy: Pick<MessagingPolicy, 'whenUnasked' | 'channelOrder' | 'quietHours'>,
): NoticeDecision => {
  const { preferences, patient, channels, now, expiresAt } = facts
  if (!facts.current || now >= expiresAt) return suppress('outdated')
  if (!mayNotify(facts.consent, policy)) return suppress('no-consent')
  if (!isWanted(facts)) return suppress('muted')
  const addresses = addressesOf(facts)
  const channel =
    preferences?.channel ?? policy.channelOrder.find((each) => channels.includes(each) && addresses[each] !== null)
  // There are no preferences and no address.
  if (channel === undefined) return suppress('no-address')
  if (channel === 'none' || !channels.includes(channel)) return suppress('no-channel')
  const to = addresses[channel]
  if (to === null) return suppress('no-address')
  if (facts.barred.includes(channel)) return suppress('not-own-address')
  if (channel === 'sms' && facts.isStopped(to)) return suppress('stopped')
  if (channel === 'sms' && facts.consent !== 'granted' && facts.needsConsent(to)) return suppress('no-consent')
  const until = quietUntil(now, patient.zone, preferences === null ? policy.quietHours : preferences.quietHours)
  if (until !== null) return until >= expiresAt ? suppress('outdated') : { do: 'wait', until }
  return { do: 'send', channel, to, language: preferences?.language ?? patient.language }
}
