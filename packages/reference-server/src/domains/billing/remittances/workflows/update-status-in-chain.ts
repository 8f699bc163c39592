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
 * Applies a status update to a claim and to the one before it. A visit is charged what the payer was asked for: once the payer has a
 * correction, it replaces its original including the charge, and if the payer rejects it later, the original and its charge are restored. A
 * claim to another payer takes over the charge and leaves the original as its payer decided it. A claim after a void is charged separately.
 */
export const updateStatusInChain = (
  batch: ClaimBatch,
  before: ClaimFacts,
  update: ClaimStatusUpdate,
  source: { readonly by: ClaimStep['by']; readonly code?: string | undefined },
  change: ReportedClaimFields = {},
  details: ClaimDetails | null = null,
): ClaimFacts => {
  const after = batch.applyStatusUpdate(before.id, update, source, change, details)
  const isAcceptedByPayer = statesAcceptedByPayer.has(after.state)
  const former = batch.chainOf(after.rootId).find(({ id }) => id === after.followsId)
  const isCorrection = former !== undefined && former.frequency !== 'void' && after.frequency !== 'void'
  if (!isCorrection || isAcceptedByPayer === statesAcceptedByPayer.has(before.state)) return after
  const [from, to] = isAcceptedByPayer ? [former, after] : [after, former]
  batch.move(after, charge(from.chargeCents, to.chargeCents, 'insurance'))
  if (after.frequency !== 'replacement') return after
  const decision = batch
    .postingsOf(after.rootId)
    .find(({ claimId, isReversed }) => claimId === former.id && !isReversed)
  const as = decision?.adjudication ?? 'accepted'
  batch.applyStatusUpdate(former.id, isAcceptedByPayer ? { kind: 'replaced' } : { kind: 'restored', as }, {
    by: 'payer',
  })
  return after
}
