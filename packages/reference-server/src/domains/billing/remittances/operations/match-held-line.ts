import { operation } from '../../../../platform/contracts/operation.ts'
import { ClaimBatch } from '../workflows/claim-batch.ts'
import { remittancePosted } from '../../events.ts'
import { agreesWithPatient } from '../model/agrees-with-patient.ts'
import { isOtherPerson, matchBlocker } from '../model/match-manually.ts'
import type { BillingContext } from '../../ports.ts'
import { postClaim } from '../workflows/post-claim.ts'
import { lineNotPostable, alreadyResolved } from '../../problems.ts'
import { readClaimFacts } from '../../claims/store/claims.ts'
import {
  updateMatchedLine,
  lockRemittance,
  decryptHeldLine,
  readHeldLine,
  updateRemittanceTotals,
} from '../store/held-lines.ts'
import { presentRemittanceLine } from '../presenters/present-remittance.ts'

export const matchHeldLine = operation<BillingContext>()('matchHeldLine', {
  keep: async ({ path, body }, _, context) => {
    const { tx, now } = context
    const { remittanceId } = await readHeldLine(tx, path.lineId)
    // Two concurrent matches are serialized here, and the second finds that the line is already resolved.
    await lockRemittance(tx, remittanceId)
    const line = await readHeldLine(tx, path.lineId)
    if (line.resolution !== null) throw alreadyResolved()
    const { number } = await readClaimFacts(tx, context, body.claimId)
    const batch = await ClaimBatch.load(context, { numbers: [number], controlNumbers: [] })
    const claim = batch.byNumber(number)
    const against = claim === null ? 'claim-unknown' : matchBlocker(line, claim)
    if (claim === null || against !== null) throw lineNotPostable(against ?? 'claim-unknown')
    const { text = null, ...content } = await decryptHeldLine(tx, context, line)
    const { clearinghouseClaim } = await batch.detailsOf(claim.id)
    if (clearinghouseClaim !== null && isOtherPerson(agreesWithPatient(content.patient, clearinghouseClaim)))
      throw lineNotPostable('other-patient')
    // A payer that did not know the claim's number does not know those of its lines either: they are matched by their codes.
    const hasOtherNumber = content.controlNumber !== claim.number
    const remitted = hasOtherNumber
      ? { ...content, lines: content.lines.map((one) => ({ ...one, controlNumber: null })) }
      : content
    const held = await postClaim(batch, remitted, claim, { remittanceId, text, isChosen: true })
    if (held !== null) throw lineNotPostable(held)
    await batch.save()
    await updateMatchedLine(context, line, claim, content)
    const { unmatched } = await updateRemittanceTotals(tx, remittanceId, { postedCents: line.paidCents })
    await context.emit(remittancePosted(remittanceId, unmatched))
    const { id: claimId, patientId } = claim
    return {
      status: 200,
      body: presentRemittanceLine({ ...line, claimId, patientId, resolution: 'matched', resolvedAt: now }),
    }
  },
})
