import type { components } from '@visitkit/contract'
import { addDays, type Day } from './day.ts'
import type { ObligationPolicy } from './obligation-policy.ts'

type Schemas = components['schemas']
export type Role = Schemas['Role']
export type TrainingStatus = Schemas['TrainingStatus']

export interface Course {
  readonly id: string
  readonly title: string
  readonly validDays: number
  readonly roles: readonly Role[]
  /** Whose completion has expired sees no patients. */
  readonly stopsAccess: boolean
  /** The day on which it became required. */
  readonly requiredFrom: Day
  readonly active: boolean
  readonly version: number
}

/** The last completion of a course by a member. */
export interface Completed {
  readonly courseId: string
  readonly memberId: string
  readonly completedOn: Day
}

/** An active member, as far as obligations need it. */
export interface Colleague {
  readonly memberId: string
  readonly displayName: string
  readonly roles: readonly Role[]
  /** The day on which the member was added. */
  readonly since: Day
}

/** One member and one course that their roles require. */
export interface Training {
  readonly member: Colleague
  readonly course: Course
  readonly status: TrainingStatus
  readonly completedOn: Day | null
  readonly validUntil: Day
}

interface Rules {
  readonly today: Day
  /** What expires until this day expires soon. */
  readonly warnUntil: Day
  readonly graceDays: number
  readonly addDays: (day: Day, days: number) => Day
}

/** For many members and courses: most have the same dates, and a sum takes longer than anything else here. */
const rulesOf = (today: Day, { warnDays, trainingGraceDays: graceDays }: ObligationPolicy): Rules => {
  const sums = new Map<string, Day>()
  return {
    ...{ today, warnUntil: addDays(today, warnDays), graceDays },
    addDays: (day, days) => sums.getOrInsertComputed(`${day} ${days}`, () => addDays(day, days)),
  }
}

const statusOf = (completedOn: Day | null, validUntil: Day, { today, warnUntil }: Rules): TrainingStatus => {
  if (completedOn === null) return 'missing'
  if (validUntil < today) return 'expired'
  return validUntil <= warnUntil ? 'expires-soon' : 'current'
}

const stateOf = (member: Colleague, course: Course, completedOn: Day | null, rules: Rules): Training => {
  const required = member.since > course.requiredFrom ? member.since : course.requiredFrom
  const validUntil =
    completedOn === null ? rules.addDays(required, rules.graceDays) : rules.addDays(completedOn, course.validDays)
  return { member, course, completedOn, validUntil, status: statusOf(completedOn, validUntil, rules) }
}

export const trainingOf = (
  member: Colleague,
  course: Course,
  completedOn: Day | null,
  today: Day,
  policy: ObligationPolicy,
): Training => stateOf(member, course, completedOn, rulesOf(today, policy))

/** The last day on which the member may see patients, of courses that stop access; null: none of them is for the member’s roles. */
export const lastDayOfAccess = (
  member: Colleague,
  stopping: readonly Course[],
  completed: readonly Completed[],
  today: Day,
  policy: ObligationPolicy,
): Day | null =>
  listTrainings([member], stopping, completed, today, policy).reduce<Day | null>(
    (first, { validUntil }) => (first === null || validUntil < first ? validUntil : first),
    null,
  )

/** No other member and course have it. */
export const keyOfTraining = ({ validUntil, course, member }: Training): string =>
  `${validUntil} ${course.id} ${member.memberId}`

/** Of each active course. */
export const totalsOfCourses = (
  courses: readonly Course[],
  trainings: readonly Training[],
): { courseId: string; total: number; inTime: number }[] => {
  const byCourse = Map.groupBy(trainings, ({ course }) => course.id)
  return courses
    .filter(({ active }) => active)
    .map(({ id: courseId }) => {
      const all = byCourse.get(courseId) ?? []
      return {
        courseId,
        total: all.length,
        inTime: all.filter(({ status }) => status === 'current' || status === 'expires-soon').length,
      }
    })
}

/** Everything that active members must have completed, in no order. */
export const listTrainings = (
  members: readonly Colleague[],
  courses: readonly Course[],
  completed: readonly Completed[],
  today: Day,
  policy: ObligationPolicy,
): readonly Training[] => {
  const rules = rulesOf(today, policy)
  const byCourse = Map.groupBy(completed, ({ courseId }) => courseId)
  return courses
    .filter(({ active }) => active)
    .flatMap((course) => {
      const last = new Map(byCourse.get(course.id)?.map(({ memberId, completedOn }) => [memberId, completedOn]))
      return members
        .filter(({ roles }) => roles.some((role) => course.roles.includes(role)))
        .map((member) => stateOf(member, course, last.get(member.memberId) ?? null, rules))
    })
}
