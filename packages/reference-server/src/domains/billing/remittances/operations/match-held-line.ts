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
import { lineNotPostable, alreadyResolved } from '../../problems.ts'
import { readClaimFacts } from '../../claims/store/claims.ts'
import {
  decryptHeldLine,
  hasExternallyResolvedLine,
  matchLine,
  readHeldLine,
  replaceTotals,
} from '../store/held-lines.ts'
import { readRemittance } from '../store/remittances.ts'
import { presentRemittanceLine } from '../presenters/present-remittance.ts'

export const matchHeldLine = operation<BillingContext>()('matchHeldLine', {
  gather: async ({ path, body }, _, context) => {
    const { db } = context
    const { number } = await readClaimFacts(db, context, body.claimId)
    const chains = await gatherClaimBatch(context, {
      numbers: [number],
      controlNumbers: [],
      remitted: new Set([number]),
    })
    // After the claim: if another request has matched the line to it, the line is resolved here as well.
    const line = await readHeldLine(db, path.lineId)
    const [content, payment, isResolvedExternally] = await Promise.all([
      decryptHeldLine(db, context, line),
      readRemittance(db, line.remittanceId),
      hasExternallyResolvedLine(db, line.remittanceId),
    ])
    return { line, content, payment, isResolvedExternally, number, chains }
  },
  decide: (_, { line, content: stored, payment, isResolvedExternally, number, chains }, context) => {
    if (line.resolution !== null) throw alreadyResolved()
    const batch = new ClaimBatch(context, chains)
    const claim = batch.byNumber(number)
    const against = claim === null ? 'claim-unknown' : matchBlocker(line, claim)
    if (claim === null || against !== null) throw lineNotPostable(against ?? 'claim-unknown')
    const { text = null, ...content } = stored
    const { clearinghouseClaim } = batch.detailsOf(claim.id)
    if (clearinghouseClaim !== null && isOtherPerson(agreesWithPatient(content.patient, clearinghouseClaim)))
      throw lineNotPostable('other-patient')
    // A payer that did not know the claim's number does not know those of its lines either: they are matched by their codes.
    const hasOtherNumber = content.controlNumber !== claim.number
    const remitted = hasOtherNumber
      ? { ...content, lines: content.lines.map((one) => ({ ...one, controlNumber: null })) }
      : content
    const held = postClaim(batch, remitted, claim, { remittanceId: payment.id, text, isChosen: true })
    if (held !== null) throw lineNotPostable(held)
    const { writes, events } = storeFewClaims(context, batch.outcome())
    const after = afterLineResolved(payment, line.paidCents, isResolvedExternally)
    const { id: claimId, patientId } = claim
    const matched = { ...line, claimId, patientId, resolution: 'matched', resolvedAt: context.now } as const
    return {
      writes: [replaceTotals(after, payment), matchLine(line, claim, content, context.now), ...writes],
      events: [...events, remittancePosted(payment.id, after.unmatched)],
      answer: { status: 200, body: presentRemittanceLine(matched) },
    }
  },
})
