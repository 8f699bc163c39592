import type { Keeping } from '../../platform/seams.ts'
import { followClaim } from './follow-claim.ts'
import { charge, reversed } from './model/account-ledger.ts'
import type { ClaimFacts } from './model/claim-record.ts'
import { moveMoney } from './store/accounts.ts'
import { markReversed, postingsOfChain } from './store/postings.ts'

/**
 * The payer has taken a claim back: it and the void are over, what a denial left with the patient is undone, and nobody owes the charge. If
 * money had moved, its own reversal was posted before.
 */
export const voidOriginal = async (keeping: Keeping, theVoid: ClaimFacts, original: ClaimFacts): Promise<void> => {
  const { patientId, visitId } = original
  const standing = (await postingsOfChain(keeping.tx, keeping, original.rootId)).find(({ isReversed }) => !isReversed)
  if (standing) await markReversed(keeping.tx, standing.id, theVoid.id)
  await followClaim(keeping, original, { kind: 'voided' }, { by: 'payer' }, { paidCents: 0, patientCents: 0 })
  await followClaim(keeping, theVoid, { kind: 'voided' }, { by: 'payer' })
  const movements = [...reversed(standing?.movements ?? []), ...charge(original.chargeCents, 0, 'insurance')]
  await moveMoney(keeping, patientId, [{ visitId, paymentId: null, movements }])
}
