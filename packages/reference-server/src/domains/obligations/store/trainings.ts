import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Completed, Course } from '../model/training.ts'
import { tablesOf } from './tables.ts'

const courses = factTable<Course>('obligations.courses', {
  id: ['id', 'uuid'],
  title: ['title', 'text'],
  validDays: ['valid_days', 'integer'],
  roles: ['roles', 'text[]'],
  stopsAccess: ['stops_access', 'boolean'],
  requiredFrom: ['required_from', 'text'],
  active: ['active', 'boolean'],
  version: ['version', 'integer'],
})

export const insertCourse = (course: Course): Write => courses.insert(course)

/** Conditional: the course is still as gathered in `before`. */
export const replaceCourse = (after: Course, before: Course): Write => courses.replace(after, before)

/** At most `take`, by name. */
export const listCourses = async (db: AnyKysely, take: number): Promise<readonly Course[]> => {
  const rows = await tablesOf(db)
    .selectFrom('obligations.courses')
    .selectAll()
    .orderBy('title')
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map(courses.factOf)
}

/** Active courses that stop access, at most `take`. */
export const listStoppingCourses = async (db: AnyKysely, take: number): Promise<readonly Course[]> => {
  const rows = await tablesOf(db)
    .selectFrom('obligations.courses')
    .selectAll()
    .where('active', '=', true)
    .where('stops_access', '=', true)
    .limit(take)
    .execute()
  return rows.map(courses.factOf)
}

export const readCourse = async (db: AnyKysely, id: string): Promise<Course> => {
  const row = await tablesOf(db)
    .selectFrom('obligations.courses')
    .selectAll()
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  if (!row) throw notFound('course_unknown')
  return courses.factOf(row)
}

/** A completion, as it is stored. It never changes. */
interface StoredTraining extends Completed {
  readonly id: string
  readonly recordedBy: string
  readonly recordedAt: Date
}

const trainings = factTable<StoredTraining>(
  'obligations.trainings',
  {
    id: ['id', 'uuid'],
    courseId: ['course_id', 'uuid'],
    memberId: ['member_id', 'uuid'],
    completedOn: ['completed_on', 'text'],
    recordedBy: ['recorded_by', 'uuid'],
    recordedAt: ['recorded_at', 'timestamptz'],
  },
  { guard: [] },
)

export const insertTraining = (training: StoredTraining): Write => trainings.insert(training)

/** The last completion of each course by each member. */
export const listCompleted = async (
  db: AnyKysely,
  only: { readonly courseId?: string; readonly memberId?: string } = {},
): Promise<readonly Completed[]> => {
  const rows = await tablesOf(db)
    .selectFrom('obligations.trainings')
    .select(['course_id', 'member_id'])
    .select(({ fn }) => fn.max('completed_on').as('completed_on'))
    .$if(only.courseId !== undefined, (query) => query.where('course_id', '=', only.courseId ?? ''))
    .$if(only.memberId !== undefined, (query) => query.where('member_id', '=', only.memberId ?? ''))
    .groupBy(['course_id', 'member_id'])
    .execute()
  return rows.map(({ course_id: courseId, member_id: memberId, completed_on: completedOn }) => ({
    courseId,
    memberId,
    completedOn,
  }))
}
