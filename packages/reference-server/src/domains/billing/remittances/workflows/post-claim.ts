import type { ClaimBatch } from './claim-batch.ts'
import { accountChanged } from '../../events.ts'
import { updateStatusInChain } from './update-status-in-chain.ts'
import { lineNumber } from '../../claims/model/assemble-claim.ts'
import { closedStates } from '../../claims/model/claim-lifecycle.ts'
import type { ClaimDetails, ClaimFacts, LineOutcome } from '../../kernel/model/claim-record.ts'
import { agreesWithPatient } from '../model/agrees-with-patient.ts'
import { forwardFault } from '../model/forward-fault.ts'
import type { PayingPayer } from '../model/origin-fault.ts'
import type { HoldReason, OriginFault } from '../../kernel/model/posting.ts'
import type { Claim as ClearinghouseClaim } from '../../kernel/model/claim.ts'
import { noHeldBalance, type HeldBalance } from '../../kernel/model/next-payer.ts'
import { decidePosting } from '../model/post-remittance.ts'
import type { RemittedClaim, RemittedLine } from '../../kernel/model/remittance.ts'
import { voidOriginal } from './void-original.ts'

interface PostingOf {
  readonly remittanceId: string
  /** The claim's own part of the message, stored with it; null if it no longer exists. */
  readonly text: string | null
  /** A person has chosen the claim, and has seen the patient whom the payer named. */
  readonly isChosen: boolean
  /** Whether the payment is for this claim, by payer, payee and account. Null if it is, or if a person has confirmed it. */
  /** Of the organization. */
  readonly payers: readonly PayingPayer[]
  readonly originFaultOf: (claim: ClaimFacts, sent: ClearinghouseClaim) => OriginFault | null
}

/**
 * Posts what a payer decided about one claim: the money, the outcome of each line, and the state of the claim. Null if it was posted; else
 * the reason why it is held for a person. The ledger works by chain, so that a correction that is paid in addition to its original is held
 * and not paid twice.
 */
export const postClaim = (
  batch: ClaimBatch,
  remitted: RemittedClaim,
  claim: ClaimFacts | null,
  { remittanceId, text, isChosen, payers, originFaultOf }: PostingOf,
): HoldReason | null => {
  const details = claim && batch.detailsOf(claim.id)
  if (claim !== null && details?.clearinghouseClaim) {
    const sent = details.clearinghouseClaim
    const foreign = originFaultOf(claim, sent)
    if (foreign !== null) return foreign
    const { name, memberId } = agreesWithPatient(remitted.patient, sent)
    if (!isChosen && (name === false || memberId === false)) return 'patient-differs'
  }
  if (claim !== null && remitted.fault) return 'unreadable'
  if (claim !== null && batch.chainOf(claim.rootId).some(({ state }) => state === 'written-off')) return 'written-off'
  const postings = claim === null ? [] : batch.postingsOf(claim.rootId)
  const decision = decidePosting(
    remitted,
    claim && {
      id: claim.id,
      chargeCents: claim.chargeCents,
      isClosed: claim.frequency === 'void' || closedStates.has(claim.state) || batch.isSuperseded(claim),
      postings,
    },
  )
  if (claim === null || details === null || decision.kind === 'hold')
    return decision.kind === 'hold' ? decision.reason : 'claim-unknown'
  const { id: claimId, rootId, patientId } = claim
  const undone = decision.kind === 'reverse' ? decision.reverses : decision.kind === 'post' ? decision.supersedes : null
  const answers = batch.postingsOf(claim.rootId).find(({ id }) => id === undone)?.answers ?? []
  if (answers.length > 0) return 'next-payer-answered'
  const left = decision.kind === 'post' ? decision.posting.patientResponsibilityCents : 0
  const elsewhere = !isChosen && left > 0 ? forwardFault(remitted, batch.nextCoverageOf(claim), payers) : null
  if (elsewhere !== null) return elsewhere
  if (text !== null) batch.addMessage({ claimId, patientId, kind: '835', text })
  if (decision.kind === 'note') return null
  const payerClaimNumber = remitted.payerClaimNumber ?? claim.payerClaimNumber
  const source = { by: 'payer' as const, code: `835-${remitted.statusCode}` }

  if (decision.kind === 'reverse') {
    batch.reverse(decision.reverses, remittanceId)
    batch.move(claim, decision.movements)
    const nothing = { paidCents: 0, patientCents: 0 }
    const undone = withOutcomes(details, claim.number, [], [])
    const after = batch.applyStatusUpdate(claimId, { kind: 'reversed' }, source, nothing, undone)
    const theVoid = batch
      .chainOf(rootId)
      .find(({ followsId, frequency, state }) => followsId === claimId && frequency === 'void' && state !== 'rejected')
    if (theVoid) voidOriginal(batch, theVoid, after)
    return null
  }

  const { posting, supersedes, movements: all } = decision
  const held = heldBalance(batch, claim, posting)
  const isHeld = held.nextCoverageId !== null
  const ownMovements = isHeld ? posting.movements.filter(({ kind }) => kind !== 'transfer') : posting.movements
  const movements = [...all.slice(0, all.length - posting.movements.length), ...ownMovements]
  if (supersedes !== null) batch.reverse(supersedes, remittanceId)
  batch.post({
    ...posting,
    ...held,
    ...{ id: batch.context.newId(), claimId, rootId, patientId, remittanceId, reversedBy: null },
    isForwarded: remitted.status === 'forwarded',
    movements: ownMovements,
  })
  batch.move(claim, movements)
  // A denial moves no money, and changes what the patient's bill says.
  if (movements.length === 0) batch.emit(accountChanged(patientId))
  updateStatusInChain(
    batch,
    claim,
    { kind: 'decided', as: posting.adjudication },
    source,
    {
      paidCents: posting.paidCents,
      patientCents: isHeld ? 0 : posting.patientResponsibilityCents,
      ...(payerClaimNumber !== null && { payerClaimNumber }),
    },
    withOutcomes(details, claim.number, remitted.lines, remitted.adjustments),
  )
  return null
}

/** What the payer left to the patient waits for the patient's other coverage, if there is one. */
const heldBalance = (
  batch: ClaimBatch,
  claim: ClaimFacts,
  { patientResponsibilityCents: heldCents }: { readonly patientResponsibilityCents: number },
): HeldBalance => {
  const next = heldCents > 0 ? batch.nextCoverageOf(claim) : null
  return next === null ? noHeldBalance : { nextCoverageId: next.id, heldCents, answers: [] }
}

/** The payer's decision for each line. A line is identified by our line number, or by its code if the payer omitted that. */
const withOutcomes = (
  details: ClaimDetails,
  claimNumber: string,
  remitted: readonly RemittedLine[],
  adjustments: RemittedClaim['adjustments'],
): ClaimDetails => ({
  ...details,
  adjustments: adjustments.map(adjustmentOf),
  lines: details.lines.map((line) => {
    const own = lineNumber(claimNumber, line.number)
    const reported =
      remitted.find(({ controlNumber }) => controlNumber === own) ??
      remitted.find(({ controlNumber, serviceCode }) => controlNumber === null && serviceCode === line.code)
    return { ...line, outcome: reported ? outcomeOf(reported) : null }
  }),
})

const outcomeOf = ({ allowedCents, paidCents, adjustments }: RemittedLine): LineOutcome => ({
  allowedCents,
  paidCents,
  patientCents: adjustments.reduce((sum, { group, amountCents }) => sum + (group === 'PR' ? amountCents : 0), 0),
  adjustments: adjustments.map(adjustmentOf),
})

const adjustmentOf = ({ group, reason, amountCents }: RemittedLine['adjustments'][number]) => ({
  ...{ group, reason, amountCents },
})
