/**
 * What leaves for a patient by e-mail or SMS: a text that a template made, which cannot hold PHI, and the address. That somebody is told
 * anything by a health system is PHI all the same, so both vendors need an agreement.
 */

/** The vendor's definite answer. A refusal is final: the address is wrong, blocked or unknown. */
export type SendResult =
  | { readonly accepted: true; readonly vendorId: string | null }
  /** `code` is ours, e.g. `smtp-550`; never the vendor's words. */
  | { readonly accepted: false; readonly code: string }

export interface EmailMessage {
  /** The same for every attempt: becomes the Message-ID, by which mail systems know a repeat. */
  readonly id: string
  readonly to: string
  /** Shown as the sender's name: the organization's brand. */
  readonly fromName: string
  readonly subject: string
  readonly text: string
  /** BCP 47. */
  readonly language: string
  /** Where the recipient turns these messages off. */
  readonly unsubscribeUrl: string
}
export interface EmailProvider {
  readonly vendor: string
  /** Throws PartnerUnavailable when nothing definite was answered. */
  send(message: EmailMessage, signal: AbortSignal): Promise<SendResult>
}

export interface SmsMessage {
  /** The same for every attempt. */
  readonly id: string
  /** E.164, e.g. `+16145550142`. */
  readonly to: string
  readonly text: string
  /** Where the vendor reports what became of it. */
  readonly reportUrl: string
}

/** What the vendor tells later. */
export type SmsReport =
  | {
      readonly kind: 'delivered' | 'failed'
      readonly vendorId: string
      readonly code: string | null
      readonly at: Date
    }
  /** Somebody answered STOP (or START, which takes it back). */
  | { readonly kind: 'stop' | 'start'; readonly from: string; readonly at: Date }

export interface SmsProvider {
  readonly vendor: string
  send(message: SmsMessage, signal: AbortSignal): Promise<SendResult>
  /**
   * Verifies and reads one report; null for one that says nothing we act on. Throws `signature_invalid` (401) for a wrong or an old
   * one; the reason goes to the log only.
   */
  parseWebhook(request: {
    readonly rawBody: Uint8Array
    readonly headers: Readonly<Record<string, string>>
    readonly now: Date
  }): SmsReport | null
}

/** Throws before a byte leaves, unless an agreement with the vendor is in force. */
export type Permit = () => Promise<void>
