import type { ClaimBook } from './claim-book.ts'
import { charge } from './model/account-ledger.ts'
import type { ClaimChange, ClaimNews } from './model/claim-life.ts'
import { withPayer, type ClaimDetails, type ClaimFacts, type ClaimStep } from './model/claim-record.ts'

/**
 * Takes a claim to where the news leads it, and the one before it along. A visit is charged what the payer was asked for: a correction takes
 * the place of its original, charge and all, once the payer has it, and gives it back when the payer refuses it after all.
 */
export const followInChain = async (
  book: ClaimBook,
  before: ClaimFacts,
  news: ClaimNews,
  said: { readonly by: ClaimStep['by']; readonly code?: string | undefined },
  change: ClaimChange = {},
  details: ClaimDetails | null = null,
): Promise<ClaimFacts> => {
  const after = await book.follow(before.id, news, said, change, details)
  const isTakenIn = withPayer.has(after.state)
  const former = book.chainOf(after.rootId).find(({ id }) => id === after.followsId)
  if (former === undefined || after.frequency === 'void' || isTakenIn === withPayer.has(before.state)) return after
  const [from, to] = isTakenIn ? [former, after] : [after, former]
  book.move(after, charge(from.chargeCents, to.chargeCents, 'insurance'))
  const decision = book.postingsOf(after.rootId).find(({ claimId, isReversed }) => claimId === former.id && !isReversed)
  const as = decision?.adjudication ?? 'accepted'
  await book.follow(former.id, isTakenIn ? { kind: 'replaced' } : { kind: 'restored', as }, { by: 'payer' })
  return after
}
