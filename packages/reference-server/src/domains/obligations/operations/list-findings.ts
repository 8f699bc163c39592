import { operation } from '../../../platform/contracts/operation.ts'
import { listDueReviews } from '../model/access-review.ts'
import { listFindings as findingsOf, totalsOf, type Duties } from '../model/findings.ts'
import { listTrainings } from '../model/training.ts'
import type { ObligationContext } from '../ports.ts'
import { listReviewed } from '../store/access-reviews.ts'
import { listUnclosed } from '../store/incidents.ts'
import { listObligations } from '../store/obligations.ts'
import { listRisks } from '../store/risks.ts'
import { listCompleted, listCourses } from '../store/trainings.ts'
import { gatherColleagues, gatherToday } from '../workflows/gather-today.ts'

/** Nothing of a finding is stored: it is computed from what is recorded. */
export const listFindings = operation<ObligationContext>()('listFindings', {
  gather: async (_, { directory, video }, context) => {
    const { videoVendor } = await directory.organization(context)
    return (await video.recordsByDefault(videoVendor)) ? videoVendor : null
  },
  read: async (_, recordingVendor, context, ports) => {
    const { db } = context
    const most = ports.policy.mostEntries
    const { today, policy } = await gatherToday(ports, context)
    const [members, obligations, courses, completed, reviewed, risks, incidents] = await Promise.all([
      gatherColleagues(ports, context),
      listObligations(db, { active: true }, most),
      listCourses(db, most),
      listCompleted(db),
      listReviewed(db),
      listRisks(db, { active: true }, most),
      listUnclosed(db, most),
    ])
    const duties: Duties = {
      obligations,
      trainings: listTrainings(members, courses, completed, today, policy),
      reviews: listDueReviews(members, reviewed, policy),
      risks,
      incidents,
      recordingVendor,
      memberIds: new Set(members.map(({ memberId }) => memberId)),
    }
    return {
      status: 200,
      body: {
        today,
        items: [...findingsOf(duties, today, policy)],
        totals: [...totalsOf(duties, today, policy)],
      },
    }
  },
})
