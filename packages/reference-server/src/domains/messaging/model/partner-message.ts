import type { components } from '@visitkit/contract'

type Schemas = components['schemas']
export type PartnerHoldReason = Schemas['PartnerHoldReason']
export type PartnerMessageKind = Schemas['PartnerMessageKind']

/** A text or a report that waits for a person. */
export interface HeldPartnerMessage {
  readonly id: string
  readonly kind: PartnerMessageKind
  readonly reason: PartnerHoldReason
  readonly urgent: boolean
  readonly receivedAt: Date
  readonly patientId: string | null
  /** Of the number from which a person wrote. */
  readonly numberIndex: Uint8Array | null
}

/** A text or a report as it arrives. */
export interface NewPartnerMessage {
  /** The vendor, or another system that reports. */
  readonly source: string
  readonly eventId: string
  readonly fingerprint: string
  readonly reader: string
  readonly kind: PartnerMessageKind
  /** Null for one that was applied. */
  readonly reason: PartnerHoldReason | null
  readonly urgent: boolean
  readonly patientId: string | null
  readonly numberIndex: Uint8Array | null
  readonly bytes: Uint8Array
}

/** Who wrote: one patient is known, several are a question for a person, and none too. */
export const reasonOfText = (patientIds: readonly string[]): PartnerHoldReason =>
  patientIds.length === 0 ? 'unknown-number' : patientIds.length === 1 ? 'written' : 'shared-number'
