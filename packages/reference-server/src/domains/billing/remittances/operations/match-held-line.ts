import { operation } from '../../../../platform/contracts/operation.ts'
import { ClaimBatch } from '../workflows/claim-batch.ts'
import { gatherClaimBatch } from '../workflows/gather-claim-batch.ts'
import { storeFewClaims } from '../workflows/store-claim-batch.ts'
import { remittancePosted } from '../../events.ts'
import { agreesWithPatient } from '../model/agrees-with-patient.ts'
import { isOtherPerson, matchBlocker } from '../model/match-manually.ts'
import { afterLineResolved } from '../model/remittance-totals.ts'
import type { BillingContext } from '../../ports.ts'
import { postClaim } from '../workflows/post-claim.ts'
import { postNextClaim } from '../workflows/post-next-claim.ts'
import { lineNotPostable, alreadyResolved } from '../../problems.ts'
import { readClaimFacts } from '../../claims/store/claims.ts'
import { findNextClaimByNumber, listNextClaims } from '../../claims/store/next-claims.ts'
import {
  decryptHeldLine,
  hasExternallyResolvedLine,
  matchLine,
  readHeldLine,
  replaceTotals,
} from '../store/held-lines.ts'
import type { Claim as ClearinghouseClaim } from '../../kernel/model/claim.ts'
import { foldCompanyName } from '../../../../platform/names/fold-company-name.ts'
import { readRemittance, type StoredRemittance } from '../store/remittances.ts'
import { originFault, type AccountIdentity, type PaymentOrigin } from '../model/origin-fault.ts'
import { listOrderedCoverages } from '../../coverages/store/coverages.ts'
import { listPayers, rememberSignature } from '../../kernel/store/payers.ts'
import { presentRemittanceLine } from '../presenters/present-remittance.ts'

export const matchHeldLine = operation<BillingContext>()('matchHeldLine', {
  gather: async ({ path, body }, { clearinghouse }, context) => {
    const { db, caller } = context
    const { number, patientId } = await readClaimFacts(db, context, body.claimId)
    const [loaded, coverages] = await Promise.all([
      gatherClaimBatch(context, { numbers: [number], controlNumbers: [], remitted: new Set([number]) }),
      listOrderedCoverages(db, [patientId]),
    ])
    const chains = { ...loaded, coverages }
    // After the claim: if another request has matched the line to it, the line is resolved here as well.
    const line = await readHeldLine(db, path.lineId)
    const [content, payment, isResolvedExternally, payers, next] = await Promise.all([
      decryptHeldLine(db, context, line),
      readRemittance(db, line.remittanceId),
      hasExternallyResolvedLine(db, line.remittanceId),
      listPayers(db),
      findNextClaimByNumber(db, line.claimNumber),
    ])
    const account = clearinghouse.of(caller.organizationId)?.account ?? null
    // Of another claim, and perhaps of another patient: not decrypted.
    const isOfOtherClaim = next !== null && next.claimId !== body.claimId
    const nextClaims =
      next === null || isOfOtherClaim
        ? []
        : await listNextClaims(db, context, { numbers: [next.number], controlNumbers: [] })
    return {
      ...{ line, content, payment, isResolvedExternally, number, payers, account, isOfOtherClaim },
      chains: { ...chains, nextClaims },
    }
  },
  decide: (
    { body: { origin: confirmation } },
    { line, content: stored, payment, isResolvedExternally, number, chains, payers, account, isOfOtherClaim },
    context,
  ) => {
    if (line.resolution !== null) throw alreadyResolved()
    const batch = new ClaimBatch(context, chains)
    const claim = batch.byNumber(number)
    const against = claim === null ? 'claim-unknown' : matchBlocker(line, claim)
    if (claim === null || against !== null) throw lineNotPostable(against ?? 'claim-unknown')
    if (isOfOtherClaim) throw lineNotPostable('other-claim')
    const { text = null, origin, ...content } = stored
    // A line about the claim to a next payer is its answer, and no second decision of the first.
    const next = batch.nextClaim({ number: line.claimNumber })
    const clearinghouseClaim = next?.sent ?? batch.detailsOf(claim.id).clearinghouseClaim
    if (clearinghouseClaim !== null && isOtherPerson(agreesWithPatient(content.patient, clearinghouseClaim)))
      throw lineNotPostable('other-patient')
    // A payer that did not know the claim's number does not know those of its lines either: they are matched by their codes.
    const hasOtherNumber = content.controlNumber !== claim.number
    const remitted = hasOtherNumber
      ? { ...content, lines: content.lines.map((one) => ({ ...one, controlNumber: null })) }
      : content
    // Without an account there is nothing to compare the envelope with.
    const originFaultOf = ({ payerId }: { readonly payerId: string }, sent: ClearinghouseClaim) =>
      origin === undefined || confirmation !== undefined
        ? null
        : originFault(origin, account ?? accountOf(origin), { ...sent, payerId }, payers)
    const held = next
      ? postNextClaim(batch, content, next, { text, isChosen: true, paidOn: payment.paidOn, payers, originFaultOf })
      : postClaim(batch, remitted, claim, { remittanceId: payment.id, text, isChosen: true, payers, originFaultOf })
    if (held !== null) throw lineNotPostable(held)
    const { writes, events } = storeFewClaims(context, batch.outcome())
    const after = afterLineResolved(payment, line.paidCents, isResolvedExternally)
    const { id: claimId, patientId } = claim
    const matched = { ...line, claimId, patientId, resolution: 'matched', resolvedAt: context.now } as const
    return {
      writes: [
        replaceTotals(after, payment),
        matchLine(line, claim, content, context.now),
        ...(confirmation === 'remembered'
          ? [rememberSignature(next?.facts.payerId ?? claim.payerId, signatureOf(payment))]
          : []),
        ...writes,
      ],
      events: [...events, remittancePosted(payment.id, after.unmatched)],
      answer: { status: 200, body: presentRemittanceLine(matched) },
    }
  },
})

const signatureOf = ({ payerIdentifier, payerName }: StoredRemittance) => ({
  identifier: payerIdentifier,
  name: foldCompanyName(payerName),
})

const accountOf = ({ usage, receiverId }: PaymentOrigin): AccountIdentity => ({
  usage,
  submitterId: receiverId,
  receiverId: '',
})
