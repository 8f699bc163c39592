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
import type { Finding } from '../../kernel/model/finding.ts'
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
export const medicareReasonMissing: Finding = {
  code: 'field-missing',
  pointer: '/coverage/medicareSecondaryReason',
  severity: 'error',
  message: 'Medicare needs the reason why another payer pays before it.',
  remedy: 'Choose the reason with the coverage, then send the claim.',
}

/** An 837P has what each payer before decided, with its reasons. An answer that was posted by hand has amounts only. */
export const answeredByHand: Finding = {
  code: 'field-missing',
  pointer: '/nextPayer/answers',
  severity: 'error',
  message: 'The answer of a payer before was posted by hand, without the reasons that this claim has to name.',
  remedy: 'Send this claim yourself, then post the answer by hand.',
}

/** The contractors for Part B say so, e.g. Noridian, "One or Multiple Primary Payers" (2022). */
export const medicareAfterTwo: Finding = {
  code: 'field-inconsistent',
  pointer: '/nextPayer/waitsFor',
  severity: 'error',
  message: 'Medicare takes a claim after two other payers on paper only.',
  remedy: 'Send form CMS-1500 with what both payers decided, then post the answer by hand.',
}

/** Two claims would ask for one payment. A person may send it all the same: `sendForwarded`. */
export const alreadyForwarded: Finding = {
  code: 'field-inconsistent',
  pointer: '/nextPayer/forwarded',
  severity: 'error',
  message: 'The payer before says that it has forwarded this claim to another payer.',
  remedy: 'Wait for that answer. If the claim did not arrive there, send it although it was forwarded.',
}
