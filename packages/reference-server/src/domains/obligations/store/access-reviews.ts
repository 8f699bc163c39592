import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { ReviewedAccess } from '../model/access-review.ts'
import type { Role } from '../model/training.ts'
import { tablesOf } from './tables.ts'

/** A review, as it is stored. It never changes. */
interface StoredReview extends ReviewedAccess {
  readonly id: string
  readonly roles: readonly Role[]
  readonly reviewedBy: string
}

const reviews = factTable<StoredReview>(
  'obligations.access_reviews',
  {
    id: ['id', 'uuid'],
    memberId: ['member_id', 'uuid'],
    reviewedOn: ['reviewed_on', 'text'],
    decision: ['decision', 'text'],
    roles: ['roles', 'text[]'],
    reviewedBy: ['reviewed_by', 'uuid'],
  },
  { guard: [] },
)

export const insertAccessReview = (review: StoredReview): Write => reviews.insert(review)

/** The last review of each member. */
export const listReviewed = async (db: AnyKysely): Promise<readonly ReviewedAccess[]> => {
  const rows = await tablesOf(db)
    .selectFrom('obligations.access_reviews')
    .distinctOn('member_id')
    .select(['member_id', 'reviewed_on', 'decision'])
    .orderBy('member_id')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ member_id: memberId, reviewed_on: reviewedOn, decision }) => ({ memberId, reviewedOn, decision }))
}
