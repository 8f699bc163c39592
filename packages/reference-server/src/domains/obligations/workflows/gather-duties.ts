import type { ReadContext } from '../../../platform/contracts/context.ts'
import { listDueReviews } from '../model/access-review.ts'
import type { Duties } from '../model/findings.ts'
import { listTrainings, type Colleague } from '../model/training.ts'
import type { ObligationContext } from '../ports.ts'
import { listReviewed } from '../store/access-reviews.ts'
import { listUnclosed } from '../store/incidents.ts'
import { listObligations } from '../store/obligations.ts'
import { listRisks } from '../store/risks.ts'
import { listCompleted, listCourses } from '../store/trainings.ts'
import { gatherColleagues, type Today } from './gather-today.ts'

/** Everything that has a due date. */
export const gatherDuties = async (
  ports: ObligationContext,
  context: ReadContext,
  { today, policy }: Today,
  recordingVendor: string | null,
): Promise<{ readonly duties: Duties; readonly members: readonly Colleague[] }> => {
  const { db } = context
  const most = policy.mostEntries
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
  return { duties, members }
}
