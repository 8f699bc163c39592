import type { Claim as ClearinghouseClaim, Day } from '../../kernel/model/claim.ts'
import type { LoadedNextClaim } from '../../kernel/model/next-claim.ts'
import { movementsOfAnswer } from '../../kernel/model/next-payer.ts'
import type { HoldReason, OriginFault } from '../../kernel/model/posting.ts'
import type { RemittedClaim } from '../../kernel/model/remittance.ts'
import type { Payer } from '../../kernel/store/payers.ts'
import { agreesWithPatient } from '../model/agrees-with-patient.ts'
import { answerOfNextPayer } from '../model/answer-of-next-payer.ts'
import { decisionOfNextPayer } from '../model/decision-of-next-payer.ts'
import { forwardFault } from '../model/forward-fault.ts'
import type { PayingPayer } from '../model/origin-fault.ts'
import type { ClaimBatch } from './claim-batch.ts'

interface NextPosting {
  /** Null if it no longer exists. */
  readonly text: string | null
  /** A person has chosen the claim, and has seen the patient whom the payer named. */
  readonly isChosen?: boolean
  readonly paidOn: Day
  readonly payers: readonly (PayingPayer & Pick<Payer, 'kind'>)[]
  readonly originFaultOf: (named: { readonly payerId: string }, sent: ClearinghouseClaim) => OriginFault | null
}

/**
 * Posts what the next payer decided about the balance that waits for it, by the same rules as a first payer's decision. Null if it was
 * posted; else the reason why it is held: a person posts the answer by hand.
 */
export const postNextClaim = (
  batch: ClaimBatch,
  remitted: RemittedClaim,
  { facts, sent }: LoadedNextClaim,
  { text, isChosen = false, paidOn, payers, originFaultOf }: NextPosting,
): HoldReason | null => {
  const foreign = originFaultOf(facts, sent)
  if (foreign !== null) return foreign
  const { name, memberId } = agreesWithPatient(remitted.patient, sent)
  if (!isChosen && (name === false || memberId === false)) return 'patient-differs'
  if (remitted.fault) return 'unreadable'
  if (remitted.status === 'predetermination' || remitted.status === 'not-ours') return remitted.status
  const claim = batch.claimOf(facts)
  if (batch.chainOf(facts.rootId).some(({ state }) => state === 'written-off')) return 'written-off'
  const answers = batch.postingsOf(facts.rootId).find(({ id }) => id === facts.postingId)?.answers ?? []
  if (remitted.status === 'reversal') {
    if (facts.state !== 'answered') return 'nothing-to-reverse'
    if (!isChosen || answers.some(({ claimNumber }) => claimNumber === facts.number)) return 'next-payer-answered'
    // A person has undone the answer on the claim, and the money with it.
    if (text !== null) batch.addMessage({ claimId: claim.id, patientId: claim.patientId, kind: '835', text })
    return null
  }
  if (facts.state === 'answered') return 'already-adjudicated'
  if (remitted.chargeCents !== claim.chargeCents) return 'charge-differs'
  const posting = batch.postingsOf(facts.rootId).find(({ id, isReversed }) => id === facts.postingId && !isReversed)
  if (!posting) return 'claim-closed'
  if (posting.answers.some(({ coverageId }) => coverageId === facts.coverageId)) return 'already-adjudicated'
  if (posting.nextCoverageId !== facts.coverageId) return 'payer-not-awaited'
  const isMedicaid = payers.find(({ id }) => id === facts.payerId)?.kind === 'medicaid'
  const decided = answerOfNextPayer(remitted, posting.heldCents, { isMedicaid, answered: posting.answers.length })
  if (typeof decided === 'string') return decided
  const { coverageId, number: claimNumber } = facts
  const forwarded = remitted.status === 'forwarded' ? { forwarded: true } : {}
  const answer = { ...decided, coverageId, at: batch.context.now.toISOString(), claimNumber, ...forwarded }
  const all = [...posting.answers, answer]
  const following = answer.patientCents === 0 ? null : batch.coverageAfter(claim, all)
  const isFollowed = following !== null
  // After the third payer there is no coverage that could be added: only a payer that it names is another one.
  const isLast = all.length === 2 && remitted.forwardedTo === undefined
  const elsewhere = !isChosen && answer.patientCents > 0 && !isLast ? forwardFault(remitted, following, payers) : null
  if (elsewhere !== null) return elsewhere
  if (text !== null) batch.addMessage({ claimId: claim.id, patientId: claim.patientId, kind: '835', text })
  batch.move(claim, movementsOfAnswer(answer, isFollowed))
  batch.answer(
    posting,
    { nextCoverageId: following?.id ?? null, heldCents: isFollowed ? answer.patientCents : 0, answers: all },
    isFollowed ? 0 : answer.patientCents,
  )
  batch.updateNextClaim(facts.id, 'answered', `835-${remitted.statusCode}`)
  batch.addNextDecision(facts, decisionOfNextPayer(remitted, sent, paidOn))
  return null
}
