import type { Keeping } from '../../platform/seams.ts'
import { followClaim } from './follow-claim.ts'
import { lineNumber } from './model/assemble-claim.ts'
import type { ClaimFacts, ClaimRecord, LineOutcome } from './model/claim-record.ts'
import { excerptOfClaim } from './model/excerpt-of-claim.ts'
import { decidePosting, type HoldReason } from './model/post-remittance.ts'
import type { RemittedClaim, RemittedLine } from './model/remittance.ts'
import { moveMoney } from './store/accounts.ts'
import { insertClaimMessage } from './store/claim-messages.ts'
import { claimsOfChain, readClaim } from './store/claims.ts'
import { insertPosting, markReversed, postingsOfChain } from './store/postings.ts'
import { voidOriginal } from './void-original.ts'

/**
 * Posts what a payer decided about one claim, whose chain is locked: the money, what became of each line, and where the claim stands then.
 * Null when it was posted; else why a person has to look. The ledger counts by the chain, so that a correction which is paid beside its
 * original is held and not paid twice.
 */
export const postClaim = async (
  keeping: Keeping,
  remitted: RemittedClaim,
  known: ClaimFacts | null,
  { remittanceId, content }: { readonly remittanceId: string; readonly content: string },
): Promise<HoldReason | null> => {
  const { tx, newId } = keeping
  const postings = known === null ? [] : await postingsOfChain(tx, keeping, known.rootId)
  const decision = decidePosting(remitted, known && { chargeCents: known.chargeCents, postings })
  if (known === null || decision.kind === 'hold') return decision.kind === 'hold' ? decision.because : 'claim-unknown'
  const claim = await readClaim(tx, keeping, known.id, 'lock')
  const { id: claimId, rootId, patientId, visitId } = claim
  const text = excerptOfClaim(content, claim.number)
  await insertClaimMessage(keeping, { claimId, patientId, kind: '835', direction: 'in', text })
  const payerClaimNumber = remitted.payerClaimNumber ?? claim.payerClaimNumber
  const said = { by: 'payer' as const, code: `835-${remitted.statusCode}` }

  if (decision.kind === 'reverse') {
    await markReversed(tx, decision.reverses, remittanceId)
    await moveMoney(keeping, patientId, [{ visitId, paymentId: null, movements: decision.movements }])
    const undone = withOutcomes(claim, [])
    const after = await followClaim(keeping, undone, { kind: 'reversed' }, said, { paidCents: 0, patientCents: 0 })
    const theVoid = (await claimsOfChain(tx, rootId)).find(
      ({ followsId, frequency, state }) => followsId === claimId && frequency === 'void' && state !== 'rejected',
    )
    if (theVoid) await voidOriginal(keeping, theVoid, after)
    return null
  }

  const { posting, supersedes } = decision
  if (supersedes !== null) await markReversed(tx, supersedes, remittanceId)
  await insertPosting(keeping, { ...posting, id: newId() }, { claimId, rootId, patientId, remittanceId })
  await moveMoney(keeping, patientId, [{ visitId, paymentId: null, movements: posting.movements }])
  await followClaim(keeping, withOutcomes(claim, remitted.lines), { kind: 'decided', as: posting.adjudication }, said, {
    paidCents: posting.paidCents,
    patientCents: posting.patientResponsibilityCents,
    ...(payerClaimNumber !== null && { payerClaimNumber }),
  })
  return null
}

/** What the payer said line by line. A line is recognised by our number of it; by its code where the payer left that out. */
const withOutcomes = (claim: ClaimRecord, remitted: readonly RemittedLine[]): ClaimRecord => ({
  ...claim,
  details: {
    ...claim.details,
    lines: claim.details.lines.map((line) => {
      const own = lineNumber(claim.number, line.number)
      const said =
        remitted.find(({ controlNumber }) => controlNumber === own) ??
        remitted.find(({ controlNumber, serviceCode }) => controlNumber === null && serviceCode === line.code)
      return { ...line, outcome: said ? outcomeOf(said) : null }
    }),
  },
})

const outcomeOf = ({ allowedCents, paidCents, adjustments }: RemittedLine): LineOutcome => ({
  allowedCents,
  paidCents,
  patientCents: adjustments.reduce((sum, { group, amountCents }) => sum + (group === 'PR' ? amountCents : 0), 0),
  adjustments: adjustments.map(({ group, reason, amountCents }) => ({ group, reason, amountCents })),
})
