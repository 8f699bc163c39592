import type { ClaimBook } from './claim-book.ts'
import { charge, reversed } from './model/account-ledger.ts'
import type { ClaimFacts } from './model/claim-record.ts'

/**
 * The payer has taken a claim back: it and the void are over, what a denial left with the patient is undone, and nobody owes the charge. If
 * money had moved, its own reversal was posted before.
 */
export const voidOriginal = async (book: ClaimBook, theVoid: ClaimFacts, original: ClaimFacts): Promise<void> => {
  const standing = book.postingsOf(original.rootId).find(({ isReversed }) => !isReversed)
  if (standing) book.takeBack(standing.id, theVoid.id)
  await book.follow(original.id, { kind: 'voided' }, { by: 'payer' }, { paidCents: 0, patientCents: 0 })
  await book.follow(theVoid.id, { kind: 'voided' }, { by: 'payer' })
  book.move(original, [...reversed(standing?.movements ?? []), ...charge(original.chargeCents, 0, 'insurance')])
}
