import { validateClaimFields } from '../../../../vendors/clearinghouse/write-claim-file.ts'
import { payerRules, type BillingPack } from '../../kernel/model/billing-pack.ts'
import type { Claim, Day } from '../../kernel/model/claim.ts'
import { codingFindings } from './scrub-coding.ts'
import { diagnosisFindings, usualChargeFindings } from './scrub-entries.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
import { identityFindings } from './scrub-identities.ts'
import { fieldFindings } from './scrub-fields.ts'
import { duplicateFindings, filingFindings, type EarlierService } from './scrub-filing.ts'
import { agreementFindings } from './scrub-agreement.ts'
import type { VisitFacts } from './visit-facts.ts'

export interface ScrubInput {
  readonly claim: Claim
  readonly visit: VisitFacts
  readonly pack: BillingPack
  /** The clinic's local date. */
  readonly today: Day
  /** Services sent earlier for the same patient and still valid: not rejected, voided or replaced by this claim. */
  readonly earlier: readonly EarlierService[]
  /** When the claim's coverage is in force; `to` is its last day. Omit it if the caller has checked. */
  readonly coverage?: { readonly from: Day; readonly to: Day | null }
  /** The charge of each line by the fee schedule; null without a price. Omit it if there is nothing to compare with. */
  readonly usualCharges?: readonly (number | null)[]
}

/**
 * Finds what a clearinghouse would not notice and a payer would: whether the claim agrees with the visit and its signed note, whether it
 * may be sent at all, and whether this payer accepts it. Pure: the same input gives the same findings in the same order. A claim without a
 * `error` finding can be written as an 837P.
 *
 * A void is only checked for what can be written, because it repeats what was sent, right or wrong, to reverse it.
 */
export const scrubClaim = ({
  claim,
  visit,
  pack,
  today,
  earlier,
  coverage,
  usualCharges = [],
}: ScrubInput): readonly Finding[] => {
  const fields = fieldFindings(validateClaimFields(claim))
  if (claim.frequency === 'void') return fields
  // A claim that must not reach a payer need not be corrected, so there are no other findings.
  if (visit.restricted) return [restricted]
  const rules = payerRules(pack, claim.payer.id, visit.serviceDay)
  if (!rules || rules.payer.kind === 'self-pay') return [rules ? patientPays : payerUnknown]
  const found = [
    ...identityFindings(claim, visit),
    ...agreementFindings(claim, visit),
    ...codingFindings(claim, visit, rules),
    ...diagnosisFindings(claim),
    ...usualChargeFindings(claim, usualCharges),
    ...filingFindings(claim, rules.payer, today),
    ...duplicateFindings(claim, earlier),
    ...(coverage && !covers(coverage, visit.serviceDay) ? [notInForce] : []),
  ]
  // One finding for each pointer: a value that is known to be wrong is not also reported as malformed.
  const pointers = new Set(found.map(({ pointer }) => pointer))
  return [...fields.filter(({ pointer }) => !pointers.has(pointer)), ...found]
}

const covers = ({ from, to }: NonNullable<ScrubInput['coverage']>, day: Day): boolean =>
  from <= day && (to === null || day <= to)

export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')

const restricted = makeFinding('error', 'restricted', '/payer')
const patientPays = makeFinding('error', 'coverage-missing', '/payer')
const payerUnknown = makeFinding('error', 'payer-unknown', '/payer/id')
const notInForce = makeFinding('error', 'coverage-not-in-force', '/subscriber/memberId')
