import { operation } from '../../../platform/contracts/operation.ts'
import { listDueReviews } from '../model/access-review.ts'
import type { ObligationContext } from '../ports.ts'
import { presentReview } from '../presenters/present-obligation.ts'
import { listReviewed } from '../store/access-reviews.ts'
import { gatherColleagues } from '../workflows/gather-today.ts'

export const listAccessReviews = operation<ObligationContext>()('listAccessReviews', {
  read: async (_, _gathered, context, ports) => {
    const members = await gatherColleagues(ports, context)
    const reviews = listDueReviews(members, await listReviewed(context.db), ports.policy)
    return { status: 200, body: { items: reviews.map(presentReview) } }
  },
})
