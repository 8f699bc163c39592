import type { ClaimBatch } from './claim-batch.ts'
import { charge, reversed } from '../../kernel/model/account-ledger.ts'
import { closedStates } from '../../claims/model/claim-lifecycle.ts'
import { patientShareOf, withdrawnAnswers } from '../../kernel/model/next-payer.ts'
import type { ClaimFacts, ClaimStep } from '../../kernel/model/claim-record.ts'

/**
 * The payer has accepted the void of a claim: both are closed, what a denial left with the patient is undone, and the charge is no longer
 * owed. If money had moved, its own reversal was posted before. Applied once, although payers report it twice: by a 277CA and by an 835, in
 * either order.
 */
export const voidOriginal = (batch: ClaimBatch, theVoid: ClaimFacts, original: ClaimFacts): void => {
  if (closedStates.has(original.state) || batch.isSuperseded(theVoid)) return
  const standing = batch.postingsOf(original.rootId).find(({ isReversed }) => !isReversed)
  if (standing) batch.reverse(standing.id, theVoid.id)
  batch.applyStatusUpdate(original.id, { kind: 'voided' }, { by: 'payer' }, { paidCents: 0, patientCents: 0 })
  batch.applyStatusUpdate(theVoid.id, { kind: 'voided' }, { by: 'payer' })
  batch.move(original, [
    ...reversed(standing?.movements ?? []),
    ...(standing ? withdrawnAnswers(standing) : []),
    ...charge(original.chargeCents, 0, 'insurance'),
  ])
}

/**
 * The payer rejects a void that it had accepted: the earlier decision and the charge are restored. Nothing happens if an 835 reversed the
 * decision, because it takes precedence about money, whenever the rejection arrives; nor if the visit was billed again since and is charged
 * for that.
 */
export const restoreOriginal = (
  batch: ClaimBatch,
  theVoid: ClaimFacts,
  original: ClaimFacts,
  source: { readonly by: ClaimStep['by']; readonly code?: string | undefined },
): void => {
  const decision = batch.postingsOf(original.rootId).findLast(({ reversedBy }) => reversedBy === theVoid.id)
  const isFollowed = batch.chainOf(original.rootId).some(({ followsId }) => followsId === theVoid.id)
  if (theVoid.state !== 'voided' || decision === undefined || isFollowed) return
  batch.restore(decision.id)
  batch.move(original, [
    ...charge(0, original.chargeCents, 'insurance'),
    ...decision.movements,
    ...reversed(withdrawnAnswers(decision)),
  ])
  const { adjudication, paidCents, patientResponsibilityCents } = decision
  batch.applyStatusUpdate(original.id, { kind: 'restored', as: adjudication }, source, {
    paidCents,
    patientCents: patientShareOf(decision, patientResponsibilityCents),
  })
  batch.applyStatusUpdate(theVoid.id, { kind: 'restored', as: 'rejected' }, source)
}
