import type { components } from '@visitkit/contract'

export type Topic = components['schemas']['ThreadTopic']
export type Role = components['schemas']['Role']
export type Channel = 'email' | 'sms'
export interface QuietHours {
  readonly from: string
  readonly to: string
}

/** The patient's latest decision on messages about their care. */
export type ConsentDecision = 'granted' | 'refused' | 'unasked'

/** `packs/policy/messaging.json`. */
export interface MessagingPolicy {
  /** The role that answers a thread, by topic. */
  readonly routes: Readonly<Record<Topic, Role>>
  /** Topics for which a thread about a visit goes to the visit's practitioner. */
  readonly toVisitPractitioner: readonly Topic[]
  /** Whether patients are notified who were never asked for their consent to messages, or not since the consent text changed. */
  readonly whenUnasked: 'tell' | 'keep-back'
  /** Without preferences: the first channel for which there is an address. */
  readonly channelOrder: readonly Channel[]
  /** Applies without preferences. */
  readonly quietHours: QuietHours
  /** Minutes before an appointment, by template. */
  readonly reminderMinutes: Readonly<Record<'reminder-day' | 'reminder-hour', number>>
  /**
   * A reminder is sent only if the visit was booked or moved at least this share of its minutes before it is due: 0.25 is six hours for a
   * reminder one day ahead.
   */
  readonly reminderMargin: number
  /** A patient whose waiting room is open is notified of being called in after some seconds; no one is after some minutes. */
  readonly calledIn: { readonly afterSeconds: number; readonly forMinutes: number }
  /** The patient is notified of a message of a visit's room that they have not read by then. */
  readonly messageOfVisit: { readonly afterMinutes: number }
  /** Hours after which a notice is no longer sent. */
  readonly noticeHours: number
  /** How long the delivery logs reach back. A STOP names the patients of the notices that are in the log. */
  readonly retentionDays: { readonly deliveries: number; readonly webhookDeliveries: number }
  readonly attachment: { readonly maxBytes: number; readonly maxPixels: number; readonly looseHours: number }
  readonly webhooks: {
    readonly maxEndpoints: number
    /** An endpoint that accepted nothing for this time is turned off. */
    readonly expireAfterHours: number
    /** Events that this deployment delivers. */
    readonly events: readonly components['schemas']['WebhookEventType'][]
  }
}
