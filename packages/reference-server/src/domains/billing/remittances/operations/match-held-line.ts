import { operation } from '../../../../platform/contracts/operation.ts'
import { ClaimBook } from '../workflows/claim-book.ts'
import { remittancePosted } from '../../events.ts'
import { agreesWithPatient } from '../model/agrees-with-patient.ts'
import { isSomebodyElse, speaksAgainst } from '../model/match-by-hand.ts'
import type { BillingContext } from '../../ports.ts'
import { postClaim } from '../workflows/post-claim.ts'
import { lineNotPostable, lineWorked } from '../../problems.ts'
import { readClaimFacts } from '../../claims/store/claims.ts'
import { keepMatched, lockRemittance, openHeldLine, readHeldLine, sumUpRemittance } from '../store/held-lines.ts'
import { answerOfLine } from '../presenters/answer-of-remittance.ts'

export const matchHeldLine = operation<BillingContext>()('matchHeldLine', {
  keep: async ({ path, body }, _, keeping) => {
    const { tx, now } = keeping
    const { remittanceId } = await readHeldLine(tx, path.lineId)
    // Two who match at once meet here, and the second finds the line worked.
    await lockRemittance(tx, remittanceId)
    const line = await readHeldLine(tx, path.lineId)
    if (line.worked !== null) throw lineWorked()
    const { number } = await readClaimFacts(tx, keeping, body.claimId)
    const book = await ClaimBook.open(keeping, { numbers: [number], controlNumbers: [] })
    const claim = book.byNumber(number)
    const against = claim === null ? 'claim-unknown' : speaksAgainst(line, claim)
    if (claim === null || against !== null) throw lineNotPostable(against ?? 'claim-unknown')
    const { text = null, ...said } = await openHeldLine(tx, keeping, line)
    const { wire } = await book.detailsOf(claim.id)
    if (wire !== null && isSomebodyElse(agreesWithPatient(said.patient, wire))) throw lineNotPostable('other-patient')
    // A payer that did not know the claim's number does not know those of its lines either: they are told by their codes.
    const isStrange = said.controlNumber !== claim.number
    const remitted = isStrange ? { ...said, lines: said.lines.map((one) => ({ ...one, controlNumber: null })) } : said
    const held = await postClaim(book, remitted, claim, { remittanceId, text, isChosen: true })
    if (held !== null) throw lineNotPostable(held)
    await book.keep()
    await keepMatched(keeping, line, claim, said)
    const { unmatched } = await sumUpRemittance(tx, remittanceId, { postedCents: line.paidCents })
    await keeping.emit(remittancePosted(remittanceId, unmatched))
    const { id: claimId, patientId } = claim
    return { status: 200, body: answerOfLine({ ...line, claimId, patientId, worked: 'matched', workedAt: now }) }
  },
})
