import type { components } from '@visitkit/contract'
import type { StatusAnswer } from '../../../../vendors/clearinghouse/claim-status.ts'

type Schemas = components['schemas']

/** A question to a payer about a claim. */
export interface StatusInquiryFacts {
  readonly id: string
  /** TRN02. */
  readonly trace: string
  readonly claimId: string
  readonly patientId: string
  /** ISA13 and GS06 of its file. */
  readonly controlNumber: number
  readonly askedBy: Schemas['StatusInquirer']
  readonly state: Schemas['StatusInquiryState']
  /** Why it was refused, or did not arrive. */
  readonly code: string | null
  readonly askedAt: Date
  readonly answeredAt: Date | null
  readonly version: number
}

export type KeptAnswer = Pick<
  StatusAnswer,
  'statuses' | 'effectiveOn' | 'chargeCents' | 'paidCents' | 'decidedOn' | 'paymentNumber' | 'payerClaimNumber'
>

export interface StatusInquiry {
  readonly facts: StatusInquiryFacts
  readonly answer: KeptAnswer | null
}

/** With the number of its claim. */
export interface LoadedInquiry extends StatusInquiry {
  readonly claimNumber: string
}

/** What a status category means (X12 code list 507). Codes only: the texts of the list are licensed. */
export const meaningOf = (category: string): Schemas['ClaimStatusMeaning'] => {
  if (/^A[0125]$/.test(category)) return 'received'
  if (category === 'A4' || category === 'D0') return 'not-found'
  if (/^A[3678]$/.test(category)) return 'returned'
  if (/^P\d$/.test(category)) return 'pending'
  if (/^R(\d{1,2}|Q)$/.test(category)) return 'needs-information'
  if (category === 'F1') return 'paid'
  if (category === 'F2') return 'denied'
  if (/^F(0|3|3F|3N|4)$/.test(category)) return 'decided'
  return /^E\d$/.test(category) ? 'not-answered' : 'other'
}
