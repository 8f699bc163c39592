import { createHash } from 'node:crypto'
import { canonicalJson } from '../../platform/audit/canonical-json.ts'
import type { Keeping } from '../../platform/seams.ts'
import { remittanceTold } from './events.ts'
import { balanceRemittance } from './model/balance-remittance.ts'
import type { ClaimFacts } from './model/claim-record.ts'
import type { HoldReason } from './model/post-remittance.ts'
import type { Remittance, RemittedClaim } from './model/remittance.ts'
import { postClaim } from './post-claim.ts'
import { claimsOfChain, findClaimByNumber } from './store/claims.ts'
import { insertRemittance, insertRemittanceLine, knownPayment, settleRemittance } from './store/remittances.ts'

/**
 * Posts one payment of a payer: all of it that fits, in the payer's order, once. A payment whose cents do not add up, or whose number was
 * used for another, is kept whole and posted not at all; a line that fits no claim is kept for a person. Duplicates change nothing.
 */
export const workInRemittance = async (keeping: Keeping, content: string, remittance: Remittance): Promise<void> => {
  const { tx, now, newId } = keeping
  const fingerprint = createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(remittance))))
    .digest()
  const known = await knownPayment(tx, remittance, fingerprint)
  if (known === 'same') return
  const all: HoldReason | null =
    known === 'other-content' ? 'payment-number-reused' : balanceRemittance(remittance).length > 0 ? 'unbalanced' : null
  const { claims, providerAdjustments } = remittance
  const kept = {
    id: newId(),
    payerIdentifier: remittance.payerIdentifier,
    payerName: remittance.payerName,
    paymentNumber: remittance.paymentNumber,
    paidOn: remittance.paidOn,
    amountCents: remittance.paidCents,
    postedCents: 0,
    adjustmentCents: providerAdjustments.reduce((sum, { amountCents }) => sum + amountCents, 0),
    claims: claims.length,
    unmatched: 0,
    status: 'posted' as const,
    receivedAt: now,
  }
  await insertRemittance(keeping, kept, remittance, fingerprint)

  const found = await lockClaims(keeping, claims)
  let postedCents = 0
  let unmatched = 0
  for (const [position, remitted] of claims.entries()) {
    const claim = found.get(remitted.controlNumber) ?? null
    const heldBecause = all ?? (await postClaim(keeping, remitted, claim, { remittanceId: kept.id, content }))
    if (heldBecause === null) postedCents += remitted.paidCents
    else unmatched += 1
    await insertRemittanceLine(
      keeping,
      kept.id,
      {
        position,
        claimId: claim?.id ?? null,
        patientId: claim?.patientId ?? null,
        claimNumber: remitted.controlNumber,
        kind: kindOf(remitted),
        chargeCents: remitted.chargeCents,
        paidCents: remitted.paidCents,
        patientCents: remitted.patientResponsibilityCents,
        heldBecause,
      },
      remitted,
    )
  }
  const status = unmatched > 0 || all !== null ? 'needs-work' : 'posted'
  await settleRemittance(tx, { id: kept.id, postedCents, unmatched, status })
  await keeping.emit(remittanceTold(kept.id, unmatched))
}

/** By number. All chains are locked before money moves, in one order for everyone. */
const lockClaims = async (
  { tx }: Keeping,
  claims: readonly RemittedClaim[],
): Promise<ReadonlyMap<string, ClaimFacts>> => {
  const found = new Map<string, ClaimFacts>()
  for (const number of new Set(claims.map(({ controlNumber }) => controlNumber))) {
    const claim = await findClaimByNumber(tx, number)
    if (claim) found.set(number, claim)
  }
  const roots = [...new Set([...found.values()].map(({ rootId }) => rootId))].toSorted()
  for (const root of roots) await claimsOfChain(tx, root, 'lock')
  return found
}

const kindOf = ({ status, paidCents }: RemittedClaim): 'payment' | 'reversal' | 'denial' =>
  status === 'reversal' ? 'reversal' : status === 'denied' && paidCents === 0 ? 'denial' : 'payment'
