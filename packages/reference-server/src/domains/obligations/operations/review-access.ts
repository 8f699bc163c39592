import { operation } from '../../../platform/contracts/operation.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { dueReview } from '../model/access-review.ts'
import type { ObligationContext } from '../ports.ts'
import { presentReview } from '../presenters/present-obligation.ts'
import { ownRoles, versionConflict } from '../problems.ts'
import { insertAccessReview } from '../store/access-reviews.ts'
import { gatherColleagues, gatherToday } from '../workflows/gather-today.ts'

/** Records a review of exactly the roles that the reviewer saw. */
export const reviewAccess = operation<ObligationContext>()('reviewAccess', {
  gather: async ({ path }, ports, context) => {
    const member = (await gatherColleagues(ports, context)).find(({ memberId }) => memberId === path.memberId)
    if (!member) throw notFound('member_unknown')
    return { ...(await gatherToday(ports, context)), member }
  },
  decide: ({ body: { decision, roles } }, { member, today, policy }, { caller, newId }) => {
    const reviewedBy = personUuidOf(caller)
    if (reviewedBy === member.memberId) throw ownRoles()
    const [seen, held] = [new Set(roles), new Set(member.roles)]
    if (seen.size !== held.size || !seen.isSubsetOf(held)) throw versionConflict()
    const review = { memberId: member.memberId, reviewedOn: today, decision }
    return {
      writes: [insertAccessReview({ ...review, id: newId(), roles: [...held], reviewedBy })],
      answer: { status: 200, body: presentReview(dueReview(member, review, policy)) },
    }
  },
})
