import { operation } from '../../../../platform/contracts/operation.ts'
import type { Keeping } from '../../../../platform/contracts/context.ts'
import { captureCharges, newClaimNumber } from '../workflows/capture-charges.ts'
import { claimChanged } from '../../events.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { assembleClaim, draftFromNote } from '../model/assemble-claim.ts'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import type { ClaimFacts, ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { ClaimSources } from '../model/claim-sources.ts'
import type { BillingContext } from '../../ports.ts'
import { claimNotAnswered } from '../../problems.ts'
import { payerNumberOf } from '../workflows/payer-number-of.ts'
import { draftOf } from '../workflows/revise-claim.ts'
import { insertClaim, readClaim } from '../store/claims.ts'
import { findVoidOf } from '../store/related-claims.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'
import { answerOfClaim } from '../presenters/answer-of-claim.ts'

const isTakenBack = ({ state, frequency }: ClaimFacts): boolean => state === 'voided' && frequency !== 'void'

export const correctClaim = operation<BillingContext>()('correctClaim', {
  gather: async ({ path }, ports, reading) => {
    const claim = await readClaim(reading.db, reading, path.claimId)
    if (!isTakenBack(claim)) payerNumberOf(claim)
    const { id, visitId, rootId, patientId, coverageId } = claim
    const terms = await readTerms(reading.db)
    const sources = await gatherClaimSources(
      ports,
      reading,
      terms,
      isTakenBack(claim)
        ? { visitId, rootId, followsId: null, coverage: 'by-day' }
        : { visitId, rootId, followsId: id, coverage: { id: coverageId } },
    )
    const surroundings = await gatherSurroundings(ports, reading, {
      patientId,
      practitionerId: sources.note.practitionerId,
      payerId: sources.payer.id,
      coverageId: sources.coverage?.id ?? null,
    })
    return { sources, surroundings, pack: ports.pack }
  },
  keep: async ({ path }, { sources, surroundings, pack }, keeping) => {
    const original = await readClaim(keeping.tx, keeping, path.claimId, 'lock')
    const claim = await (isTakenBack(original) ? billedAgain : corrected)(keeping, original, sources, pack)
    return { status: 201, headers: { location: `/v1/claims/${claim.id}` }, body: answerOfClaim(claim, surroundings) }
  },
})

const corrected = async (
  keeping: Keeping,
  original: ClaimRecord,
  sources: ClaimSources,
  pack: BillingPack,
): Promise<ClaimRecord> => {
  const { now, newId } = keeping
  payerNumberOf(original)
  const draft = {
    ...draftOf(original),
    // Whatever made the claim stale is what has to be corrected.
    ...(original.stale ? draftFromNote(sources, pack) : {}),
    number: newClaimNumber(),
  }
  const assembled = assembleClaim(sources, draft, pack, now)
  const claim: ClaimRecord = {
    ...original,
    ...assembled,
    id: newId(),
    number: draft.number,
    followsId: original.id,
    stale: false,
    paidCents: 0,
    patientCents: 0,
    payerClaimNumber: null,
    controlNumber: null,
    history: [{ at: now.toISOString(), state: assembled.state, by: 'member' }],
    submittedAt: null,
    changedAt: now,
    version: 1,
  }
  if (!(await insertClaim(keeping, claim))) throw claimNotAnswered()
  await keeping.emit(claimChanged(claim))
  return claim
}

/** Once, and from the visit as it is now: nothing of what was taken back is a reason to say it again. */
const billedAgain = async (
  keeping: Keeping,
  original: ClaimRecord,
  sources: ClaimSources,
  pack: BillingPack,
): Promise<ClaimRecord> => {
  const theVoid = await findVoidOf(keeping.tx, original)
  const claim = theVoid === null || theVoid.isFollowed ? null : await captureCharges(keeping, sources, pack, theVoid)
  if (claim === null) throw claimNotAnswered()
  return claim
}
