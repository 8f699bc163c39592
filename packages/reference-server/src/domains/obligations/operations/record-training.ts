import { operation } from '../../../platform/contracts/operation.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import { requirePast } from '../model/day.ts'
import { trainingOf } from '../model/training.ts'
import type { ObligationContext } from '../ports.ts'
import { presentTraining } from '../presenters/present-obligation.ts'
import { faulty } from '../problems.ts'
import { insertTraining, listCompleted, readCourse } from '../store/trainings.ts'
import { gatherColleagues, gatherToday } from '../workflows/gather-today.ts'

export const recordTraining = operation<ObligationContext>()('recordTraining', {
  gather: async ({ path, body }, ports, context) => {
    if (body.memberId === context.caller.personId)
      throw faulty(
        '/memberId',
        'own',
        'No one records their own training. Ask a colleague who records trainings to do it.',
      )
    const course = await readCourse(context.db, path.courseId)
    const member = (await gatherColleagues(ports, context)).find(({ memberId }) => memberId === body.memberId)
    if (!member) throw faulty('/memberId', 'unknown', 'Must be the id of an active member of the organization.')
    const [last] = await listCompleted(context.db, { courseId: course.id, memberId: member.memberId })
    return { ...(await gatherToday(ports, context)), course, member, last }
  },
  decide: ({ body }, { course, member, last, today, policy }, { caller, newId, now }) => {
    const completedOn = requirePast(body.completedOn, today, 'completedOn')
    const latest = last !== undefined && last.completedOn > completedOn ? last.completedOn : completedOn
    return {
      writes: [
        insertTraining({
          id: newId(),
          courseId: course.id,
          memberId: member.memberId,
          completedOn,
          recordedBy: personUuidOf(caller),
          recordedAt: now,
        }),
      ],
      answer: { status: 200, body: presentTraining(trainingOf(member, course, latest, today, policy)) },
    }
  },
})
