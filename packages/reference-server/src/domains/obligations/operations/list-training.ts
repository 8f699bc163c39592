import { operation } from '../../../platform/contracts/operation.ts'
import { pageByKey } from '../model/key-page.ts'
import { keyOfTraining, listTrainings, totalsOfCourses } from '../model/training.ts'
import type { ObligationContext } from '../ports.ts'
import { presentTraining } from '../presenters/present-obligation.ts'
import { listCompleted, listCourses } from '../store/trainings.ts'
import { gatherColleagues, gatherToday } from '../workflows/gather-today.ts'

export const listTraining = operation<ObligationContext>()('listTraining', {
  read: async ({ query }, _, context, ports) => {
    const { today, policy } = await gatherToday(ports, context)
    const [members, courses, completed] = await Promise.all([
      gatherColleagues(ports, context),
      listCourses(context.db, policy.mostEntries),
      listCompleted(context.db),
    ])
    const trainings = listTrainings(members, courses, completed, today, policy)
    const { items, nextCursor } = pageByKey(trainings, keyOfTraining, query)
    return {
      status: 200,
      body: { items: items.map(presentTraining), nextCursor, totals: totalsOfCourses(courses, trainings) },
    }
  },
})
