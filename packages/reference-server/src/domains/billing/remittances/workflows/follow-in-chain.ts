import type { ClaimBook } from './claim-book.ts'
import { charge } from '../../kernel/model/account-ledger.ts'
import type { ClaimChange, ClaimNews } from '../../claims/model/claim-life.ts'
import { withPayer, type ClaimDetails, type ClaimFacts, type ClaimStep } from '../../kernel/model/claim-record.ts'

/**
 * Takes a claim to where the news leads it, and the one before it along. A visit is charged what the payer was asked for: a correction takes
 * the place of its original, charge and all, once the payer has it, and gives it back when the payer refuses it after all. What went to
 * another payer takes the charge and leaves the original as that one's payer decided it; what follows a void is charged by itself.
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
  const isCorrection = former !== undefined && former.frequency !== 'void' && after.frequency !== 'void'
  if (!isCorrection || isTakenIn === withPayer.has(before.state)) return after
  const [from, to] = isTakenIn ? [former, after] : [after, former]
  book.move(after, charge(from.chargeCents, to.chargeCents, 'insurance'))
  if (after.frequency !== 'replacement') return after
  const decision = book.postingsOf(after.rootId).find(({ claimId, isReversed }) => claimId === former.id && !isReversed)
  const as = decision?.adjudication ?? 'accepted'
  await book.follow(former.id, isTakenIn ? { kind: 'replaced' } : { kind: 'restored', as }, { by: 'payer' })
  return after
}
