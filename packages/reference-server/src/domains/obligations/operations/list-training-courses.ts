import { operation } from '../../../platform/contracts/operation.ts'
import type { ObligationContext } from '../ports.ts'
import { presentCourse } from '../presenters/present-obligation.ts'
import { listCourses } from '../store/trainings.ts'

export const listTrainingCourses = operation<ObligationContext>()('listTrainingCourses', {
  read: async (_, _gathered, { db }, { policy }) => ({
    status: 200,
    body: { items: (await listCourses(db, policy.mostEntries)).map(presentCourse) },
  }),
})
