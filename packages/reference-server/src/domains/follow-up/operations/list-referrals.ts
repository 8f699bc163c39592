import { operation } from '../../../platform/contracts/operation.ts'
import type { FollowUpContext } from '../ports.ts'
import { pageOf, readCursor } from '../store/page-cursor.ts'
import { listReferrals as findReferrals } from '../store/referrals.ts'
import { describeReferral } from '../presenters/describe-referral.ts'

export const listReferrals = operation<FollowUpContext>()('listReferrals', {
  read: async ({ query }, _, reading, { directory }) => {
    const { limit = 50, patientId, status, cursor } = query
    const fetched = await findReferrals(reading.db, reading, { patientId, status }, readCursor(cursor), limit + 1)
    const { items, nextCursor } = pageOf(fetched, limit, ({ place }) => place)
    // Only what is shown is opened: every opened record is an access of its own.
    const within = await reading.access.within(items.map((each) => each.patientId))
    const referrals = await Promise.all(items.filter((each) => within.has(each.patientId)).map(({ open }) => open()))
    const patients = await directory.patientSummaries(reading, [...new Set(referrals.map((each) => each.patientId))])
    return {
      status: 200,
      body: {
        items: referrals.map((each) => describeReferral(each, reading, patients.get(each.patientId))),
        nextCursor,
      },
    }
  },
})
