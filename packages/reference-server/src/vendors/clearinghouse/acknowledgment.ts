/** What comes back before any decision on money. None of these ever means "paid". */

/** TA1: the envelope. */
export interface InterchangeAcknowledgment {
  /** ISA13 of the file of ours that is meant. */
  readonly interchangeControlNumber: number
  readonly accepted: boolean
  /** TA105, three digits; `000` is no fault. */
  readonly faultCode: string
}

/** Where a file of ours broke the grammar (IK3, IK4). */
export interface SyntaxFault {
  readonly segment: string
  /** Counted from ST = 1. */
  readonly position: number
  readonly loop: string | null
  /** From 1; null when the whole segment is meant. */
  readonly element: number | null
  readonly component: number | null
  readonly code: string
}

export interface TransactionSetAcknowledgment {
  /** ST02 of ours. */
  readonly controlNumber: string
  readonly outcome: 'accepted' | 'accepted-with-faults' | 'rejected'
  readonly faults: readonly SyntaxFault[]
  /** IK502 and on. */
  readonly codes: readonly string[]
}

/** 999 (005010X231A1): the grammar of a group of ours. */
export interface FileAcknowledgment {
  /** GS06 of ours. */
  readonly groupControlNumber: number
  readonly outcome: 'accepted' | 'accepted-with-faults' | 'partially-accepted' | 'rejected'
  readonly sets: readonly TransactionSetAcknowledgment[]
}

/** One STC composite: code numbers of the claim status lists. */
export interface ClaimStatus {
  /** e.g. A1 received, A2 accepted, A3 returned, A6 missing, A7 invalid, A8 rejected for how its parts relate. */
  readonly category: string
  readonly status: string
  /** Entity the status is about: 85 billing provider, IL subscriber, QC patient, PR payer... */
  readonly entity: string | null
}

/** 277CA (005010X214), one claim: into adjudication or back to us. */
export interface ClaimAcknowledgment {
  /** Our claim's control number. */
  readonly controlNumber: string
  readonly accepted: boolean
  readonly statuses: readonly ClaimStatus[]
  readonly chargeCents: number | null
  /** The payer's own number (REF*1K), when it has one already. */
  readonly payerClaimNumber: string | null
}

export interface ClaimAcknowledgments {
  /** BHT03 of the 837 it answers (2200B TRN02). */
  readonly fileReference: string | null
  readonly claims: readonly ClaimAcknowledgment[]
  /** Batch refused as a whole: no claim is named. */
  readonly fileRejected: boolean
  readonly fileStatuses: readonly ClaimStatus[]
}
