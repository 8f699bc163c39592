import { operation } from '../../../platform/contracts/operation.ts'
import { listTrainings } from '../model/training.ts'
import type { ObligationContext } from '../ports.ts'
import { presentTraining } from '../presenters/present-obligation.ts'
import { listCompleted, listCourses } from '../store/trainings.ts'
import { gatherColleagues, gatherToday } from '../workflows/gather-today.ts'

export const listTraining = operation<ObligationContext>()('listTraining', {
  read: async (_, _gathered, context, ports) => {
    const { today, policy } = await gatherToday(ports, context)
    const [members, courses, completed] = await Promise.all([
      gatherColleagues(ports, context),
      listCourses(context.db, policy.mostEntries),
      listCompleted(context.db),
    ])
    const trainings = listTrainings(members, courses, completed, today, policy)
    return { status: 200, body: { items: trainings.map(presentTraining) } }
  },
})
