import type { RemittedClaim, RemittedLine } from '../../../../vendors/clearinghouse/remittance.ts'
import { reversed, transferToPatient, type Movement } from '../../kernel/model/account-ledger.ts'
import type { Adjudication, HoldReason } from '../../kernel/model/posting.ts'

/** What an earlier remittance did to a claim. */
export interface ClaimPosting {
  readonly id: string
  /** The claim of the chain that was adjudicated. */
  readonly claimId: string
  /** The payer and its payment, to distinguish a second payment from a repeat. */
  readonly adjudication: Adjudication
  readonly chargeCents: number
  readonly paidCents: number
  readonly patientResponsibilityCents: number
  readonly movements: readonly Movement[]
  /** Reversed by a later one. */
  readonly isReversed: boolean
}

type NewPosting = Omit<ClaimPosting, 'id' | 'claimId'>

export type PostingDecision =
  | {
      readonly kind: 'post'
      readonly posting: NewPosting
      readonly supersedes: string | null
      /** The movements of the posting, preceded by those that undo the one that it supersedes. */
      readonly movements: readonly Movement[]
    }
  | { readonly kind: 'reverse'; readonly reverses: string; readonly movements: readonly Movement[] }
  /** A repeat of what is known: stored with the claim, and no money moves. */
  | { readonly kind: 'note' }
  | { readonly kind: 'hold'; readonly reason: HoldReason }

export interface PostableClaim {
  readonly id: string
  /** The charge of the submission to which the payer responds. */
  readonly chargeCents: number
  /** The claim was replaced or voided. */
  readonly isClosed: boolean
  /** The postings of the whole chain, oldest first. */
  readonly postings: readonly ClaimPosting[]
}

/**
 * What one claim of an 835 does to the patient's account. The remittance as a whole balances (balance-remittance.ts), or nothing of it is
 * posted; so charge = paid + adjustments holds here, for each line and in sum.
 *
 * A line for which the payer pays nothing and assigns nothing to the patient is denied: its amount stays on the insurance's side, where the
 * desk works on it, whatever group code was given. Writing off a denial because it came with CO would hide it.
 */
export const decidePosting = (remitted: RemittedClaim, claim: PostableClaim | null): PostingDecision => {
  if (claim === null) return { kind: 'hold', reason: 'claim-unknown' }
  if (remitted.status === 'predetermination') return { kind: 'hold', reason: 'predetermination' }
  if (remitted.status === 'not-ours') return { kind: 'hold', reason: 'not-ours' }
  if (remitted.status === 'reversal') return decideReversal(remitted, claim)
  if (claim.isClosed) return { kind: 'hold', reason: 'claim-closed' }
  if (remitted.chargeCents !== claim.chargeCents) return { kind: 'hold', reason: 'charge-differs' }
  const standing = claim.postings.findLast(({ isReversed }) => !isReversed)
  // Some payers pay after a denial without reversing it. A denial moved no money of the payer, so nothing is paid twice.
  const isSuperseded = standing?.adjudication === 'denied' && standing.paidCents === 0
  if (standing && !isSuperseded) return { kind: 'hold', reason: 'already-adjudicated' }
  const posting = postingOf(remitted)
  const movements = [...(standing ? reversed(standing.movements) : []), ...posting.movements]
  return { kind: 'post', posting, supersedes: standing?.id ?? null, movements }
}

/** Reverses the decision about this claim (reversed-claim.ts), never the one in force for another claim of the chain. */
const decideReversal = (remitted: RemittedClaim, { id, isClosed, postings }: PostableClaim): PostingDecision => {
  const standing = postings.findLast(({ claimId, isReversed }) => claimId === id && !isReversed)
  // A reversal repeats what it reverses with opposite signs; payers differ in whether the charge is negated too.
  const isSame =
    standing !== undefined &&
    remitted.paidCents === -standing.paidCents &&
    Math.abs(remitted.chargeCents) === standing.chargeCents
  // An accepted void reverses a decision that moved no money. The payer's own reversal of it arrives later and says the same.
  if (!isSame && isClosed && remitted.paidCents === 0) return { kind: 'note' }
  if (!isSame) return { kind: 'hold', reason: 'nothing-to-reverse' }
  return { kind: 'reverse', reverses: standing.id, movements: reversed(standing.movements) }
}

const postingOf = (remitted: RemittedClaim): NewPosting => ({
  adjudication: adjudicationOf(remitted),
  chargeCents: remitted.chargeCents,
  paidCents: remitted.paidCents,
  patientResponsibilityCents: patientShare(remitted),
  movements: movementsOf(remitted),
  isReversed: false,
})

const isDeniedLine = (line: RemittedLine): boolean =>
  line.chargeCents > 0 && line.paidCents === 0 && shareOf(line.adjustments) === 0

const adjudicationOf = (remitted: RemittedClaim): Adjudication => {
  if (remitted.status === 'denied') return 'denied'
  if (remitted.lines.length === 0)
    return remitted.chargeCents > 0 && remitted.paidCents === 0 && patientShare(remitted) === 0 ? 'denied' : 'paid'
  const denied = remitted.lines.filter(isDeniedLine).length
  // Patient responsibility at claim level is a decision about lines that say nothing themselves.
  if (denied === 0 || shareOf(remitted.adjustments) > 0) return 'paid'
  return denied === remitted.lines.filter(({ chargeCents }) => chargeCents > 0).length ? 'denied' : 'partially-paid'
}

type Adjustments = RemittedClaim['adjustments']

const shareOf = (adjustments: Adjustments): number =>
  adjustments.reduce((sum, { group, amountCents }) => sum + (group === 'PR' ? amountCents : 0), 0)

const patientShare = ({ adjustments, lines }: RemittedClaim): number =>
  lines.reduce((sum, line) => sum + shareOf(line.adjustments), shareOf(adjustments))

const movementsOf = (remitted: RemittedClaim): Movement[] => {
  const isDenied = adjudicationOf(remitted) === 'denied'
  const paid: Movement[] =
    remitted.paidCents === 0
      ? []
      : [{ kind: 'payer-payment', insuranceCents: -remitted.paidCents, patientCents: 0, reason: null }]
  const perLine = remitted.lines.flatMap((line) => adjusting(line.adjustments, isDenied || isDeniedLine(line)))
  return [...paid, ...perLine, ...adjusting(remitted.adjustments, isDenied)]
}

const adjusting = (adjustments: Adjustments, isDenied: boolean): Movement[] =>
  adjustments.flatMap(({ group, reason, amountCents }): readonly Movement[] => {
    const code = `${group}-${reason}`
    if (group === 'PR') return transferToPatient(amountCents, code)
    if (isDenied || amountCents === 0) return []
    return [{ kind: 'adjustment', insuranceCents: -amountCents, patientCents: 0, reason: code }]
  })
