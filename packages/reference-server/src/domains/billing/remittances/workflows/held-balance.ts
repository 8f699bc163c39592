import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import { moveMoney } from '../../accounts/workflows/move-money.ts'
import { presentClaim, type ClaimContext } from '../../claims/presenters/present-claim.ts'
import { readClaim, replaceClaim } from '../../claims/store/claims.ts'
import { listNextClaimsOf } from '../../claims/store/next-claims.ts'
import { gatherClaimContext } from '../../claims/workflows/gather-claim-context.ts'
import { listOrderedCoverages } from '../../coverages/store/coverages.ts'
import { claimChanged } from '../../events.ts'
import type { Movement } from '../../kernel/model/account-ledger.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import { claimToAwaited, type NextClaimFacts } from '../../kernel/model/next-claim.ts'
import { isForwardedTo, type HeldBalance, type OrderedCoverage } from '../../kernel/model/next-payer.ts'
import type { Payer } from '../../kernel/store/payers.ts'
import { listPayers } from '../../kernel/store/payers.ts'
import type { BillingContext } from '../../ports.ts'
import { listPostingsByChain, replaceHeldBalance, type StoredPosting } from '../store/postings.ts'

export interface LoadedBalance {
  readonly claim: ClaimRecord
  readonly surroundings: ClaimContext
  /** The decision in force about the claim's chain. */
  readonly posting: StoredPosting | null
  readonly coverages: readonly (OrderedCoverage & { readonly payerId: string })[]
  /** The payer whose answer is awaited. */
  readonly awaited: Payer | null
  readonly payers: readonly Payer[]
  /** Claims to next payers about that decision, the latest first. */
  readonly nextClaims: readonly NextClaimFacts[]
}

export const gatherHeldBalance = async (
  ports: BillingContext,
  context: ReadContext,
  claimId: string,
): Promise<LoadedBalance> => {
  const { db } = context
  const claim = await readClaim(db, context, claimId)
  const [surroundings, postings, coverages, payers] = await Promise.all([
    gatherClaimContext(ports, context, claim),
    listPostingsByChain(db, context, { numbers: [claim.number], controlNumbers: [] }),
    listOrderedCoverages(db, [claim.patientId]),
    listPayers(db),
  ])
  const posting = postings.find(({ isReversed }) => !isReversed) ?? null
  const coverage = coverages.find(({ id }) => id === posting?.nextCoverageId)
  const awaited = payers.find(({ id }) => id === coverage?.payerId) ?? null
  const nextClaims = posting === null ? [] : await listNextClaimsOf(db, posting.id)
  return { claim, surroundings, posting, coverages, awaited, payers, nextClaims }
}

/** Conditional: claim and balance are as gathered. */
export const changeHeldBalance = (
  context: DecideContext,
  { claim, surroundings, coverages, payers, nextClaims }: LoadedBalance,
  posting: StoredPosting,
  held: HeldBalance,
  { patientCents, movements }: { readonly patientCents: number; readonly movements: readonly Movement[] },
) => {
  const { patientId, visitId } = claim
  context.access.touch(patientId)
  const after = { ...claim, patientCents, changedAt: context.now, version: claim.version + 1 }
  const money = moveMoney(context, patientId, [{ visitId, paymentId: null, movements }])
  const next = coverages.find(({ id }) => id === held.nextCoverageId)
  const payer = payers.find(({ id }) => id === next?.payerId) ?? null
  return {
    writes: [replaceHeldBalance(posting, held), ...replaceClaim(context, after, claim), ...money.writes],
    events: [claimChanged(after), ...money.events],
    answer: {
      status: 200 as const,
      body: presentClaim(after, {
        ...surroundings,
        nextPayer: {
          ...held,
          ...{ payer, claim: claimToAwaited(nextClaims, held.nextCoverageId) },
          isForwarded: isForwardedTo({ ...posting, ...held }),
        },
      }),
    },
  }
}
