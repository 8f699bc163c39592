import type { Day } from './claim.ts'

/** What an 835 (005010X221A1) says: one payment and the claims it settles. Money is signed integer cents. FHIR: ClaimResponse, ExplanationOfBenefit. */

/** Who bears the difference: CO contract, PR patient, OA other, PI payer's own reduction, CR correction (of older files). */
export type AdjustmentGroup = 'CO' | 'PR' | 'OA' | 'PI' | 'CR'

export interface Adjustment {
  readonly group: AdjustmentGroup
  /** A claim adjustment reason code (CARC). Numbers only: the descriptions are licensed and supplied by the user. */
  readonly reason: string
  /** Positive takes away from the charge. */
  readonly amountCents: number
  readonly quantity: number | null
}

export interface RemittedLine {
  /** Our line control number (REF*6R), when the payer repeats it. */
  readonly controlNumber: string | null
  readonly serviceCode: string
  readonly modifiers: readonly string[]
  readonly chargeCents: number
  readonly paidCents: number
  readonly units: number | null
  readonly serviceDay: Day | null
  readonly adjustments: readonly Adjustment[]
  /** AMT*B6. */
  readonly allowedCents: number | null
  /** Remittance advice remark codes (LQ*HE). */
  readonly remarks: readonly string[]
}

/** CLP02, as numbers in the file: 1 primary, 2 secondary, 3 tertiary, 4 denied, 19-21 forwarded, 22 reversal, 23 not ours, 25 predetermined. */
export type RemittedStatus =
  | 'processed-primary'
  | 'processed-secondary'
  | 'processed-tertiary'
  | 'denied'
  | 'reversal'
  | 'forwarded'
  | 'not-ours'
  | 'predetermination'

/** Whom the payer decided about, as it calls them. */
export interface RemittedPatient {
  readonly last: string | null
  readonly first: string | null
  /** The patient's number at the payer and, where another is insured, that one's: payers differ in which they repeat. */
  readonly memberIds: readonly string[]
}

export interface RemittedClaim {
  /** Our claim's control number (CLP01). */
  readonly controlNumber: string
  readonly status: RemittedStatus
  readonly statusCode: string
  readonly chargeCents: number
  readonly paidCents: number
  readonly patientResponsibilityCents: number
  /** The payer's own number (CLP07): what a replacement or void has to name. */
  readonly payerClaimNumber: string | null
  /** NM1*QC and NM1*IL; null when the payer names nobody. */
  readonly patient: RemittedPatient | null
  /** What concerns the whole claim and no line. */
  readonly adjustments: readonly Adjustment[]
  readonly lines: readonly RemittedLine[]
  /** Remark codes of the whole claim (MOA). */
  readonly remarks: readonly string[]
}

/** PLB: money that moves for no claim of this file. Positive takes away from the payment. */
export interface ProviderAdjustment {
  readonly providerNpi: string
  readonly fiscalPeriodEnd: Day
  /** e.g. WO recoupment, FB balance carried on, L6 interest, 72 refund. */
  readonly reason: string
  /** For a recoupment usually the payer's claim number or ours. */
  readonly reference: string | null
  readonly amountCents: number
}

export interface Remittance {
  /** The payer's number of the payment (TRN02). With `payerIdentifier` it is the payment's identity: the same again is a duplicate. */
  readonly paymentNumber: string
  /** TRN03. */
  readonly payerIdentifier: string
  readonly payerName: string
  readonly payeeNpi: string
  readonly method: 'ach' | 'check' | 'wire' | 'none'
  /** BPR02; never negative. */
  readonly paidCents: number
  readonly paidOn: Day
  readonly claims: readonly RemittedClaim[]
  readonly providerAdjustments: readonly ProviderAdjustment[]
}
