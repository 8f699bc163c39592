import type { components } from '@visitkit/contract'

export type Topic = components['schemas']['ThreadTopic']
export type Role = components['schemas']['Role']
export type Channel = 'email' | 'sms'
export interface QuietHours {
  readonly from: string
  readonly to: string
}

/** What a patient last said on messages about their care. */
export type ConsentDecision = 'granted' | 'refused' | 'unasked'

/** `packs/policy/messaging.json`. */
export interface MessagingPolicy {
  /** Who answers a thread, by its topic. */
  readonly routes: Readonly<Record<Topic, Role>>
  /** Topics of which a thread about a visit goes to the practitioner who was seen. */
  readonly toVisitPractitioner: readonly Topic[]
  /** Whether the person who was never asked for their consent to messages, or not since it was changed, is written to. */
  readonly whenUnasked: 'tell' | 'keep-back'
  /** Without a preference: the first for which there is an address. */
  readonly channelOrder: readonly Channel[]
  /** Without a preference. */
  readonly quietHours: QuietHours
  /** Minutes before an appointment, by template. */
  readonly reminderMinutes: Readonly<Record<'reminder-day' | 'reminder-hour', number>>
  /** How long a notice is worth sending. */
  readonly noticeHours: number
  readonly attachment: { readonly maxBytes: number; readonly maxPixels: number; readonly looseHours: number }
  readonly webhooks: {
    readonly maxEndpoints: number
    /** An endpoint to which nothing could be delivered for so long is turned off. */
    readonly giveUpHours: number
    /** Events that this deployment delivers. */
    readonly events: readonly components['schemas']['WebhookEventType'][]
  }
}
