import { operation } from '../../../platform/contracts/operation.ts'
import type { Course } from '../model/training.ts'
import type { ObligationContext } from '../ports.ts'
import { presentCourse } from '../presenters/present-obligation.ts'
import { tooManyEntries } from '../problems.ts'
import { insertCourse, listCourses } from '../store/trainings.ts'
import { gatherToday } from '../workflows/gather-today.ts'

export const createTrainingCourse = operation<ObligationContext>()('createTrainingCourse', {
  gather: async (_, ports, context) => {
    const { mostEntries } = ports.policy
    if ((await listCourses(context.db, mostEntries)).length === mostEntries) throw tooManyEntries(mostEntries)
    return gatherToday(ports, context)
  },
  decide: ({ body }, { today, policy }, { newId }) => {
    const course: Course = {
      id: newId(),
      title: body.title,
      validDays: body.validDays ?? policy.trainingDays,
      roles: [...new Set(body.roles)],
      stopsAccess: body.stopsAccess ?? false,
      requiredFrom: today,
      active: true,
      version: 1,
    }
    return {
      writes: [insertCourse(course)],
      answer: {
        status: 201,
        headers: { location: `/v1/training-courses/${course.id}` },
        body: presentCourse(course),
      },
    }
  },
})
