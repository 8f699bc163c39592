import type { Claim as ClearinghouseClaim, Day, FilingIndicator, PriorDecision } from '../../kernel/model/claim.ts'
import type { ClaimDetails } from '../../kernel/model/claim-record.ts'
import {
  insuranceTypes,
  isMedicareSecondary,
  type MedicareSecondaryReason,
} from '../../coverages/model/medicare-reason.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { lineNumber } from './assemble-claim.ts'
import type { ClaimSources } from './claim-sources.ts'
import { insuredOf } from './insured-of.ts'

/** What a claim to the payer after the first is made from: the first one as it was sent, and its decision. */
export interface NextClaimSources {
  readonly number: string
  readonly sent: ClearinghouseClaim
  readonly details: Pick<ClaimDetails, 'lines' | 'adjustments'>
  readonly decision: {
    readonly paidCents: number
    readonly paidOn: Day
    readonly payerClaimNumber: string | null
  }
  readonly patient: ClaimSources['patient']
  readonly coverage: NonNullable<ClaimSources['coverage']> & {
    readonly order: number
    readonly medicareSecondaryReason: MedicareSecondaryReason | null
  }
  readonly payer: { readonly payerId: string; readonly name: string; readonly filingIndicator: FilingIndicator }
}

/**
 * The claim to the second payer (005010X222A1, loops 2320 to 2430): the same services, with what the first payer paid and took off. It
 * repeats the first claim as it was sent, because payers compare the two.
 */
export const nextClaimOf = ({
  number,
  sent,
  details,
  decision,
  patient,
  coverage,
  payer,
}: NextClaimSources): ClearinghouseClaim => ({
  ...sent,
  controlNumber: number,
  frequency: 'original',
  payerClaimNumber: null,
  payer: { id: payer.payerId, name: payer.name, filingIndicator: payer.filingIndicator },
  ...(isMedicareSecondary({ order: coverage.order, payer }) &&
    coverage.medicareSecondaryReason && { insuranceType: insuranceTypes[coverage.medicareSecondaryReason] }),
  ...insuredOf(patient, coverage),
  // The first payer's authorization says nothing to the second.
  priorAuthorization: null,
  lines: sent.lines.map((line, index) => ({ ...line, controlNumber: lineNumber(number, index + 1) })),
  prior: {
    payer: sent.payer,
    payerClaimNumber: decision.payerClaimNumber,
    subscriber: sent.subscriber,
    relationship: sent.dependent?.relationship ?? 'self',
    decidedOn: decision.paidOn,
    paidCents: decision.paidCents,
    adjustments: details.adjustments ?? [],
    lines: linesOf(details),
  },
})

/** Null if the payer decided about the claim as a whole. */
const linesOf = ({ lines }: Pick<ClaimDetails, 'lines'>): PriorDecision['lines'] =>
  lines.every(({ outcome }) => outcome === null)
    ? null
    : lines.map(({ outcome }) => ({
        paidCents: outcome?.paidCents ?? 0,
        adjustments: outcome?.adjustments ?? [],
      }))

/** Of a coverage that was added before anyone was asked. */
export const medicareReasonMissing: Finding = {
  code: 'field-missing',
  pointer: '/coverage/medicareSecondaryReason',
  severity: 'error',
  message: 'Medicare needs the reason why another payer pays before it.',
  remedy: 'Choose the reason with the coverage, then send the claim.',
}

/** An 837P to a third payer has what both payers before decided, line by line. An answer that was posted by hand has no lines. */
export const thirdPayer: Finding = {
  code: 'field-missing',
  pointer: '/nextPayer/answers',
  severity: 'error',
  message: 'A third payer needs the decisions of both payers before it, line by line.',
  remedy: 'Send this claim yourself, then post the answer by hand.',
}
