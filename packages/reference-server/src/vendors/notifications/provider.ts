/**
 * Messages to patients by e-mail or SMS: an address and a text from a template, which cannot contain PHI. That a person receives messages
 * from a health system is itself PHI, so both vendors need an agreement.
 */

/** The vendor's definite response. A refusal is final: the address is invalid, blocked or unknown. */
export type SendResult =
  | { readonly accepted: true; readonly vendorId: string | null }
  /** A code of this server, e.g. `smtp-550`; never the vendor's text. */
  | { readonly accepted: false; readonly code: string }

export interface EmailMessage {
  /** The same for every attempt: becomes the Message-ID, by which mail systems recognize a repeat. */
  readonly id: string
  readonly to: string
  /** The sender's display name: the organization's brand. */
  readonly fromName: string
  readonly subject: string
  readonly text: string
  /** BCP 47. */
  readonly language: string
  /** The page on which the recipient turns these messages off; null for staff, whose duty they are about. */
  readonly unsubscribeUrl: string | null
}
export interface EmailProvider {
  readonly vendor: string
  /** Null if nothing that comes back reaches this server. */
  readonly reports: MailReports | null
  /** Throws PartnerUnavailable if there was no definite response. */
  send(message: EmailMessage, signal: AbortSignal): Promise<SendResult>
}

export interface SmsMessage {
  /** The same for every attempt. */
  readonly id: string
  /** E.164, e.g. `+16145550142`. */
  readonly to: string
  readonly text: string
  /** The URL for the vendor's delivery report. */
  readonly reportUrl: string
}

/** A message that came back. `about`: the id of the message of ours that it concerns; null if it names none. */
export type MailReport = { readonly about: string | null } & (
  | { readonly kind: 'delivered' | 'failed'; readonly code: string }
  /** A state on the way, or an automatic reply: without effect. */
  | { readonly kind: 'progress'; readonly code: string | null }
  /** The recipient reported it to the mail provider as unwanted. */
  | { readonly kind: 'complaint' }
  /** A person replied. */
  | ({ readonly kind: 'written' } & WrittenText)
  /** A person looks at it. */
  | { readonly kind: 'held'; readonly reason: MailFault }
)
export type MailFault = 'contradictory' | 'unknown-code' | 'unreadable'

/** A request as it came, with the headers by their lower-case names. */
export interface SignedRequest {
  readonly rawBody: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  readonly now: Date
}

export interface MailReports {
  /** Which version of the reader reads them; stored with each. */
  readonly reader: string
  /** Verifies and reads one message. Throws `signature_invalid` (401) for a wrong or old signature; the reason is only logged. */
  read(request: SignedRequest): Promise<Omit<SmsEvent, 'report'> & { readonly report: MailReport }>
  /** What a person wrote, out of a message that was verified before; null if it cannot be read. */
  readText(rawBody: Uint8Array): Promise<WrittenText | null>
}

/** A later report of the vendor. */
export type SmsReport =
  | {
      readonly kind: 'delivered' | 'failed'
      readonly vendorId: string
      readonly code: string | null
      readonly at: Date
    }
  /** A person replied STOP (or START, which revokes it). */
  | { readonly kind: 'stop' | 'start'; readonly from: string; readonly at: Date }
  /** A person wrote anything else. */
  | ({ readonly kind: 'text'; readonly at: Date } & WrittenText)
  /** Signed, and not to be applied: a person looks at it. */
  | { readonly kind: 'held'; readonly reason: SmsFault; readonly about: 'text' | 'report'; readonly at: Date }
  /** A state on the way, without effect. */
  | { readonly kind: 'progress'; readonly vendorId: string | null }

/** What a person wrote. */
export interface WrittenText {
  readonly from: string
  readonly text: string
  /** Pictures and other files at the vendor. */
  readonly files: number
}

/** `another-number`: it was written to another number of the account. */
export type SmsFault = 'another-number' | 'unknown-code' | 'unreadable'

/** A report with what identifies it. */
export interface SmsEvent {
  /** By the vendor; the fingerprint if there is none. */
  readonly id: string
  /** SHA-256 of what it says, hex; the same for every delivery of it. */
  readonly fingerprint: string
  readonly report: SmsReport
}

export interface SmsProvider {
  readonly vendor: string
  /** Which version of the reader reads reports; stored with each. */
  readonly reader: string
  send(message: SmsMessage, signal: AbortSignal): Promise<SendResult>
  /** Verifies and reads one report. Throws `signature_invalid` (401) for a wrong or old signature; the reason is only logged. */
  parseWebhook(request: SignedRequest): SmsEvent
  /** What a person wrote, out of a report that was verified before; null for anything else. */
  readText(rawBody: Uint8Array): WrittenText | null
}

/** Throws, before anything is sent, unless an agreement with the vendor is in force. */
export type Permit = () => Promise<void>
