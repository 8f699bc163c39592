import type { components } from '@visitkit/contract'

type Schemas = components['schemas']
export type PartnerHoldReason = Schemas['PartnerHoldReason']
export type PartnerMessageKind = Schemas['PartnerMessageKind']

/** A text, a mail or a report that waits for a person. */
export interface HeldPartnerMessage {
  readonly id: string
  readonly kind: PartnerMessageKind
  readonly reason: PartnerHoldReason
  readonly urgent: boolean
  readonly receivedAt: Date
  readonly patientId: string | null
  /** Of the number from which a person wrote. */
  readonly numberIndex: Uint8Array | null
  /** The notice that it is about. */
  readonly deliveryId: string | null
}

/** What was made of it. `none`: it says what is known, or has no effect. */
export type MessageEffect = 'stop' | 'start' | 'delivered' | 'failed' | 'progress' | 'none'

/** What identifies a message, and its bytes. */
export interface ReceivedMessage {
  /** The vendor, or another system that reports. */
  readonly source: string
  readonly eventId: string
  readonly fingerprint: string
  readonly reader: string
  readonly bytes: Uint8Array
}

/** A text, a mail or a report as it arrives. */
export interface NewPartnerMessage extends ReceivedMessage {
  readonly kind: PartnerMessageKind
  /** Null for one that only was applied. */
  readonly reason: PartnerHoldReason | null
  readonly urgent: boolean
  readonly patientId: string | null
  readonly numberIndex: Uint8Array | null
  readonly deliveryId?: string | null
  readonly effect?: MessageEffect
  /** It is not at the desk before. */
  readonly dueAt?: Date | null
}

/** Who wrote: one patient is known, several are a question for a person, and none too. */
export const reasonOfText = (patientIds: readonly string[]): PartnerHoldReason =>
  patientIds.length === 0 ? 'unknown-number' : patientIds.length === 1 ? 'written' : 'shared-number'

/** Of one sender and reason; more of them are at the desk when these are resolved. Anyone can write a mail. */
export const mostUnknown = 20
