import { operation } from '../../../../platform/contracts/operation.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import { captureCharges, newClaimNumber, type NewClaim } from '../workflows/capture-charges.ts'
import { claimChanged } from '../../events.ts'
import { gatherClaimSources, type LoadedClaimSources } from '../workflows/gather-claim-sources.ts'
import { assembleClaim, draftFromNote } from '../model/assemble-claim.ts'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import type { ClaimFacts, ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { ClaimSources } from '../model/claim-sources.ts'
import type { BillingContext } from '../../ports.ts'
import { claimNotAdjudicated } from '../../problems.ts'
import { requirePayerClaimNumber } from '../workflows/require-payer-claim-number.ts'
import { draftOf } from '../workflows/revise-claim.ts'
import { claimsAsGathered, insertClaim, readClaim } from '../store/claims.ts'
import { findVoidByOriginal, type VoidOfClaim } from '../store/related-claims.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { gatherClaimContext } from '../workflows/gather-claim-context.ts'
import { presentClaim } from '../presenters/present-claim.ts'

const isVoided = ({ state, frequency }: ClaimFacts): boolean => state === 'voided' && frequency !== 'void'

export const correctClaim = operation<BillingContext>()('correctClaim', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    if (!isVoided(claim)) requirePayerClaimNumber(claim)
    const { id, visitId, rootId, patientId, coverageId } = claim
    const [terms, theVoid] = await Promise.all([
      readTerms(context.db),
      isVoided(claim) ? findVoidByOriginal(context.db, claim) : null,
    ])
    const sources = await gatherClaimSources(
      ports,
      context,
      terms,
      isVoided(claim)
        ? { visitId, rootId, followsId: null, coverage: 'by-day' }
        : { visitId, rootId, followsId: id, coverage: { id: coverageId } },
    )
    const surroundings = await gatherClaimContext(ports, context, {
      patientId,
      practitionerId: sources.note.practitionerId,
      payerId: sources.payer.id,
      coverageId: sources.coverage?.id ?? null,
    })
    return { claim, theVoid, sources, surroundings, pack: ports.pack }
  },
  decide: (_, { claim: original, theVoid, sources, surroundings, pack }, context) => {
    const { claim, writes, events } = isVoided(original)
      ? rebilling(context, theVoid, sources, pack)
      : correction(context, original, sources, pack)
    return {
      writes: [claimsAsGathered([original]), ...writes],
      events,
      answer: {
        status: 201,
        headers: { location: `/v1/claims/${claim.id}` },
        body: presentClaim(claim, surroundings),
      },
      // Another claim has taken the place.
      otherwise: () => {
        throw claimNotAdjudicated()
      },
    }
  },
})

const correction = (
  context: DecideContext,
  original: ClaimRecord,
  sources: ClaimSources,
  pack: BillingPack,
): NewClaim => {
  const { now, newId } = context
  const draft = {
    ...draftOf(original),
    // The change that made the claim stale is what must be corrected.
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
  return { claim, writes: insertClaim(context, claim, true), events: [claimChanged(claim)] }
}

/** Once, and from the current visit: nothing of the voided claim is carried over. */
const rebilling = (
  context: DecideContext,
  theVoid: VoidOfClaim | null,
  sources: LoadedClaimSources,
  pack: BillingPack,
): NewClaim => {
  if (theVoid === null || theVoid.isFollowed) throw claimNotAdjudicated()
  return captureCharges(context, sources, pack, theVoid)
}
