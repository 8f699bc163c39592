import type {
  Claim as ClearinghouseClaim,
  FilingIndicator,
  PayerDecision,
  PriorDecision,
} from '../../kernel/model/claim.ts'
import type { ClaimDetails } from '../../kernel/model/claim-record.ts'
import {
  insuranceTypes,
  isMedicareSecondary,
  type MedicareSecondaryReason,
} from '../../coverages/model/medicare-reason.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
import { lineNumber } from './assemble-claim.ts'
import type { ClaimSources } from './claim-sources.ts'
import { insuredOf } from './insured-of.ts'

/** What a claim to a payer after the first is made from: the first one as it was sent, and what each payer before it decided. */
export interface NextClaimSources {
  readonly number: string
  readonly sent: ClearinghouseClaim
  /** In the order of the payers. */
  readonly priors: readonly PriorDecision[]
  readonly patient: ClaimSources['patient']
  readonly coverage: NonNullable<ClaimSources['coverage']> & {
    readonly order: number
    readonly medicareSecondaryReason: MedicareSecondaryReason | null
  }
  readonly payer: { readonly payerId: string; readonly name: string; readonly filingIndicator: FilingIndicator }
}

/**
 * The claim to the next payer (005010X222A1, loops 2320 to 2430): the same services, with what each payer before paid and took off. It
 * repeats the first claim as it was sent, because payers compare the two.
 */
export const nextClaimOf = ({
  number,
  sent,
  priors,
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
  // The first payer's authorization says nothing to another one.
  priorAuthorization: null,
  lines: sent.lines.map((line, index) => ({ ...line, controlNumber: lineNumber(number, index + 1) })),
  priors,
})

/** What a payer decided about the claim that was sent to it. */
export const priorDecisionOf = (
  { payer, subscriber, dependent }: ClearinghouseClaim,
  decision: PayerDecision,
): PriorDecision => ({ ...decision, payer, subscriber, relationship: dependent?.relationship ?? 'self' })

/** What the first payer decided. */
export const firstDecisionOf = (
  { lines, adjustments = [] }: Pick<ClaimDetails, 'lines' | 'adjustments'>,
  decision: Pick<PayerDecision, 'paidCents' | 'decidedOn' | 'payerClaimNumber'>,
): PayerDecision => ({
  ...decision,
  adjustments,
  lines: lines.every(({ outcome }) => outcome === null)
    ? null
    : lines.map(({ outcome }) => ({ paidCents: outcome?.paidCents ?? 0, adjustments: outcome?.adjustments ?? [] })),
})

/** Of a coverage that was added before anyone was asked. */
export const medicareReasonMissing = makeFinding(
  'error',
  'medicare-reason-missing',
  '/coverage/medicareSecondaryReason',
)

/** An 837P has what each payer before decided, with its reasons. An answer that was posted by hand has amounts only. */
export const answeredByHand = makeFinding('error', 'answer-without-reasons', '/nextPayer/answers')

/** The contractors for Part B say so, e.g. Noridian, "One or Multiple Primary Payers" (2022). */
export const medicareAfterTwo = makeFinding('error', 'medicare-paper-only', '/nextPayer/waitsFor')

/** Two claims would ask for one payment. A person may send it all the same: `sendForwarded`. */
export const alreadyForwarded = makeFinding('error', 'claim-forwarded', '/nextPayer/forwarded')
