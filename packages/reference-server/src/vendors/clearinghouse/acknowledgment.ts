import type { RemittedPatient } from './remittance.ts'

/** Responses before adjudication. None of them means "paid". */

/** TA1: the envelope. */
export interface InterchangeAcknowledgment {
  /** ISA13 of the acknowledged file. */
  readonly interchangeControlNumber: number
  readonly accepted: boolean
  /** TA105, three digits; `000`: no error. */
  readonly faultCode: string
}

/** The position of a syntax error in a sent file (IK3, IK4). */
export interface SyntaxFault {
  readonly segment: string
  /** Counted from ST = 1. */
  readonly position: number
  readonly loop: string | null
  /** From 1; null if the error concerns the whole segment. */
  readonly element: number | null
  readonly component: number | null
  readonly code: string
}

export interface TransactionSetAcknowledgment {
  /** ST02 of the sent transaction set. */
  readonly controlNumber: string
  readonly outcome: 'accepted' | 'accepted-with-faults' | 'rejected'
  readonly faults: readonly SyntaxFault[]
  /** IK502 and following. */
  readonly codes: readonly string[]
}

/** 999 (005010X231A1): the implementation acknowledgment of a sent functional group. */
export interface FileAcknowledgment {
  /** GS01 of the sent group: HC for claims. */
  readonly functionalId: string
  /** GS06 of the sent group. */
  readonly groupControlNumber: number
  readonly outcome: 'accepted' | 'accepted-with-faults' | 'partially-accepted' | 'rejected'
  /** AK903 and AK904: how many sets were received, and how many of them accepted; null if not given. */
  readonly receivedSets: number | null
  readonly acceptedSets: number | null
  /** AK905 and following: faults of the group itself. */
  readonly codes: readonly string[]
  readonly sets: readonly TransactionSetAcknowledgment[]
}

/** One STC composite: codes of the claim status code lists. */
export interface ClaimStatus {
  /** e.g. A1 received, A2 accepted, A3 returned, A6 missing, A7 invalid, A8 rejected for a relational error. */
  readonly category: string
  readonly status: string
  /** The entity that the status is about: 85 billing provider, IL subscriber, QC patient, PR payer... */
  readonly entity: string | null
}

/** A status of a 277CA, with its action (STC03). Statuses of lines have none as a rule: their category decides. */
export interface AcknowledgedStatus extends ClaimStatus {
  readonly action: 'accept' | 'reject' | null
  readonly isOfLine: boolean
}

/** 277CA (005010X214) for one claim: accepted for adjudication, or rejected. */
export interface ClaimAcknowledgment {
  /** The control number of the sent claim. */
  readonly controlNumber: string
  /** Only if every action and every category accepts. */
  readonly accepted: boolean
  readonly statuses: readonly AcknowledgedStatus[]
  readonly chargeCents: number | null
  /** The payer's own number (REF*1K), if already assigned. */
  readonly payerClaimNumber: string | null
  /** NM1*QC; null if no one is named. */
  readonly patient: RemittedPatient | null
  /** NPI of the billing provider above the claim (2100C); null if none is given. */
  readonly billingNpi: string | null
}

export interface ClaimAcknowledgments {
  /** NM1*41: who sent the acknowledged file. */
  readonly submitterId: string | null
  /** BHT03 of the acknowledged 837 (2200B TRN02). */
  readonly fileReference: string | null
  readonly claims: readonly ClaimAcknowledgment[]
  /** The whole batch was rejected, without naming a claim. */
  readonly fileRejected: boolean
  readonly fileStatuses: readonly AcknowledgedStatus[]
}
