import type { ClaimBatch } from './claim-batch.ts'
import { charge } from '../../kernel/model/account-ledger.ts'
import type { ReportedClaimFields, ClaimStatusUpdate } from '../../claims/model/claim-lifecycle.ts'
import {
  statesAcceptedByPayer,
  type ClaimDetails,
  type ClaimFacts,
  type ClaimStep,
} from '../../kernel/model/claim-record.ts'

/**
 * Takes a claim to where the news leads it, and the one before it along. A visit is charged what the payer was asked for: a correction takes
 * the place of its original, charge and all, once the payer has it, and gives it back when the payer refuses it after all. What went to
 * another payer takes the charge and leaves the original as that one's payer decided it; what follows a void is charged by itself.
 */
export const updateStatusInChain = async (
  batch: ClaimBatch,
  before: ClaimFacts,
  update: ClaimStatusUpdate,
  source: { readonly by: ClaimStep['by']; readonly code?: string | undefined },
  change: ReportedClaimFields = {},
  details: ClaimDetails | null = null,
): Promise<ClaimFacts> => {
  const after = await batch.applyStatusUpdate(before.id, update, source, change, details)
  const isTakenIn = statesAcceptedByPayer.has(after.state)
  const former = batch.chainOf(after.rootId).find(({ id }) => id === after.followsId)
  const isCorrection = former !== undefined && former.frequency !== 'void' && after.frequency !== 'void'
  if (!isCorrection || isTakenIn === statesAcceptedByPayer.has(before.state)) return after
  const [from, to] = isTakenIn ? [former, after] : [after, former]
  batch.move(after, charge(from.chargeCents, to.chargeCents, 'insurance'))
  if (after.frequency !== 'replacement') return after
  const decision = batch
    .postingsOf(after.rootId)
    .find(({ claimId, isReversed }) => claimId === former.id && !isReversed)
  const as = decision?.adjudication ?? 'accepted'
  await batch.applyStatusUpdate(former.id, isTakenIn ? { kind: 'replaced' } : { kind: 'restored', as }, { by: 'payer' })
  return after
}
