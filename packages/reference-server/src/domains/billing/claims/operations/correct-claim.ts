import { operation } from '../../../../platform/contracts/operation.ts'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { captureCharges, newClaimNumber } from '../workflows/capture-charges.ts'
import { claimChanged } from '../../events.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { assembleClaim, draftFromNote } from '../model/assemble-claim.ts'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import type { ClaimFacts, ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { ClaimSources } from '../model/claim-sources.ts'
import type { BillingContext } from '../../ports.ts'
import { claimNotAdjudicated } from '../../problems.ts'
import { requirePayerClaimNumber } from '../workflows/require-payer-claim-number.ts'
import { draftOf } from '../workflows/revise-claim.ts'
import { insertClaim, readClaim } from '../store/claims.ts'
import { findVoidByOriginal } from '../store/related-claims.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { gatherClaimContext } from '../workflows/gather-claim-context.ts'
import { presentClaim } from '../presenters/present-claim.ts'

const isVoided = ({ state, frequency }: ClaimFacts): boolean => state === 'voided' && frequency !== 'void'

export const correctClaim = operation<BillingContext>()('correctClaim', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    if (!isVoided(claim)) requirePayerClaimNumber(claim)
    const { id, visitId, rootId, patientId, coverageId } = claim
    const terms = await readTerms(context.db)
    const sources = await gatherClaimSources(
      ports,
      context,
      terms,
      isVoided(claim)
        ? { visitId, rootId, followsId: null, coverage: 'by-day' }
        : { visitId, rootId, followsId: id, coverage: { id: coverageId } },
    )
    const claimContext = await gatherClaimContext(ports, context, {
      patientId,
      practitionerId: sources.note.practitionerId,
      payerId: sources.payer.id,
      coverageId: sources.coverage?.id ?? null,
    })
    return { sources, surroundings: claimContext, pack: ports.pack }
  },
  keep: async ({ path }, { sources, surroundings: claimContext, pack }, context) => {
    const original = await readClaim(context.tx, context, path.claimId, 'for-update')
    const claim = await (isVoided(original) ? insertRebilling : insertCorrection)(context, original, sources, pack)
    return { status: 201, headers: { location: `/v1/claims/${claim.id}` }, body: presentClaim(claim, claimContext) }
  },
})

const insertCorrection = async (
  context: WriteContext,
  original: ClaimRecord,
  sources: ClaimSources,
  pack: BillingPack,
): Promise<ClaimRecord> => {
  const { now, newId } = context
  requirePayerClaimNumber(original)
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
  if (!(await insertClaim(context, claim))) throw claimNotAdjudicated()
  await context.emit(claimChanged(claim))
  return claim
}

/** Once, and from the current visit: nothing of the voided claim is carried over. */
const insertRebilling = async (
  context: WriteContext,
  original: ClaimRecord,
  sources: ClaimSources,
  pack: BillingPack,
): Promise<ClaimRecord> => {
  const theVoid = await findVoidByOriginal(context.tx, original)
  const claim = theVoid === null || theVoid.isFollowed ? null : await captureCharges(context, sources, pack, theVoid)
  if (claim === null) throw claimNotAdjudicated()
  return claim
}
