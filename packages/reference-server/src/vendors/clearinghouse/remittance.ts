import type { Day } from './claim.ts'
import type { X12Fault } from './x12/x12-unreadable.ts'

/**
 * The content of an 835 (005010X221A1): one payment and the claims it settles. Money in signed integer cents. FHIR: ClaimResponse,
 * ExplanationOfBenefit.
 */

/**
 * Responsibility for an adjustment: CO contractual obligation, PR patient responsibility, OA other adjustment, PI payer initiated
 * reduction, CR correction (in older files).
 */
export type AdjustmentGroup = 'CO' | 'PR' | 'OA' | 'PI' | 'CR'

export interface Adjustment {
  readonly group: AdjustmentGroup
  /** A claim adjustment reason code (CARC). Numbers only: the descriptions are licensed and supplied by the user. */
  readonly reason: string
  /** A positive amount reduces the payment. */
  readonly amountCents: number
  readonly quantity: number | null
}

export interface RemittedLine {
  /** The line control number of the sent claim (REF*6R), if the payer repeats it. */
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

/**
 * CLP02, as the number in the file: 1 primary, 2 secondary, 3 tertiary, 4 denied, 19-21 forwarded, 22 reversal, 23 not our claim, 25
 * predetermination.
 */
export type RemittedStatus =
  | 'processed-primary'
  | 'processed-secondary'
  | 'processed-tertiary'
  | 'denied'
  | 'reversal'
  | 'forwarded'
  | 'not-ours'
  | 'predetermination'

/** The patient of the decision, as the payer names them. */
export interface RemittedPatient {
  readonly last: string | null
  readonly first: string | null
  /** The member ids of the patient and, if different, of the subscriber: payers differ in which they repeat. */
  readonly memberIds: readonly string[]
}

export interface RemittedClaim {
  /** The control number of the sent claim (CLP01). */
  readonly controlNumber: string
  readonly status: RemittedStatus
  readonly statusCode: string
  readonly chargeCents: number
  readonly paidCents: number
  readonly patientResponsibilityCents: number
  /** The payer's own number (CLP07). A replacement or void must contain it. */
  readonly payerClaimNumber: string | null
  /** NM1*QC and NM1*IL; null if the payer names no one. */
  readonly patient: RemittedPatient | null
  /** Adjustments of the whole claim. */
  readonly adjustments: readonly Adjustment[]
  readonly lines: readonly RemittedLine[]
  /** The payer to which the claim was forwarded (NM1*TT): its name and its id. Absent if the payer names none. */
  readonly forwardedTo?: { readonly name: string | null; readonly id: string | null }
  /** Remark codes of the whole claim (MOA). */
  readonly remarks: readonly string[]
  /**
   * What of the claim cannot be read, e.g. a service that is not coded in HCPCS, as those of a dentist with the same tax number. Its
   * amounts are those of the claim as a whole; adjustments and lines are empty. Absent if all of it was read.
   */
  readonly fault?: { readonly code: X12Fault; readonly segment: string | null }
}

/** PLB: an amount that belongs to no claim of this file. A positive amount reduces the payment. */
export interface ProviderAdjustment {
  readonly providerNpi: string
  readonly fiscalPeriodEnd: Day
  /** e.g. WO recoupment, FB forwarding balance, L6 interest, 72 refund. */
  readonly reason: string
  /** For a recoupment usually the claim number of the payer or of this server. */
  readonly reference: string | null
  readonly amountCents: number
}

export interface Remittance {
  /** The payer's number of the payment (TRN02). With `payerIdentifier` it identifies the payment: a repeat is a duplicate. */
  readonly paymentNumber: string
  /** TRN03. */
  readonly payerIdentifier: string
  readonly payerName: string
  /** The payer's ids, as far as it gives any (N104 and REF*2U of 1000A). */
  readonly payerIds: readonly string[]
  /** N104 of 1000B if it is an NPI. */
  readonly payeeNpi: string | null
  /** N104 of 1000B if it is a tax number, else REF*TJ. */
  readonly payeeTaxId: string | null
  readonly method: 'ach' | 'check' | 'wire' | 'none'
  /** BPR02; never negative. */
  readonly paidCents: number
  readonly paidOn: Day
  readonly claims: readonly RemittedClaim[]
  readonly providerAdjustments: readonly ProviderAdjustment[]
}
