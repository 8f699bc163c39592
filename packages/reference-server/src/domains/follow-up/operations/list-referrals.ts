import { operation } from '../../../platform/contracts/operation.ts'
import type { FollowUpContext } from '../ports.ts'
import { pageOf, readCursor } from '../store/page-cursor.ts'
import { listReferrals as findReferrals } from '../store/referrals.ts'
import { presentReferral } from '../presenters/present-referral.ts'

export const listReferrals = operation<FollowUpContext>()('listReferrals', {
  read: async ({ query }, _, context, { directory }) => {
    const { limit = 50, patientId, status, cursor } = query
    const fetched = await findReferrals(context.db, context, { patientId, status }, readCursor(cursor), limit + 1)
    const { items, nextCursor } = pageOf(fetched, limit, ({ cursor: page }) => page)
    // Decrypts only what is shown: every decrypted record is an access.
    const within = await context.access.within(items.map((each) => each.patientId))
    const referrals = await Promise.all(
      items.filter((each) => within.has(each.patientId)).map(({ decrypt }) => decrypt()),
    )
    const patients = await directory.patientSummaries(context, [...new Set(referrals.map((each) => each.patientId))])
    return {
      status: 200,
      body: {
        items: referrals.map((each) => presentReferral(each, context, patients.get(each.patientId))),
        nextCursor,
      },
    }
  },
})
