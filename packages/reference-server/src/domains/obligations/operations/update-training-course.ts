import { operation } from '../../../platform/contracts/operation.ts'
import type { Course } from '../model/training.ts'
import type { ObligationContext } from '../ports.ts'
import { presentCourse } from '../presenters/present-obligation.ts'
import { versionConflict } from '../problems.ts'
import { readCourse, replaceCourse } from '../store/trainings.ts'

export const updateTrainingCourse = operation<ObligationContext>()('updateTrainingCourse', {
  gather: ({ path }, _, { db }) => readCourse(db, path.courseId),
  decide: ({ body: { version, ...changes } }, before) => {
    if (before.version !== version) throw versionConflict()
    const after: Course = {
      ...before,
      title: changes.title ?? before.title,
      validDays: changes.validDays ?? before.validDays,
      roles: [...new Set(changes.roles ?? before.roles)],
      stopsAccess: changes.stopsAccess ?? before.stopsAccess,
      active: changes.active ?? before.active,
      version: version + 1,
    }
    return { writes: [replaceCourse(after, before)], answer: { status: 200, body: presentCourse(after) } }
  },
})
