import { addDays, type Day } from './day.ts'
import type { Duties, Finding } from './findings.ts'
import type { ObligationPolicy } from './obligation-policy.ts'

/** What one member is reminded of on one day. Numbers only: no task, no course and no person is named. */
export interface Reminder {
  readonly memberId: string
  readonly soon: number
  readonly overdue: number
}

export interface RemindedMember {
  readonly memberId: string
  readonly roles: readonly string[]
}

/** The findings of each member: their own tasks and courses, and for those who run the program what is overdue and what has no owner. */
const findingsOf = (
  findings: readonly Finding[],
  { obligations, risks }: Pick<Duties, 'obligations' | 'risks'>,
  members: readonly RemindedMember[],
): ReadonlyMap<string, readonly Finding[]> => {
  const owners = new Map([...obligations, ...risks].map(({ id, ownerId }) => [id, ownerId]))
  const officers = members.filter(({ roles }) => roles.includes('privacy-officer'))
  const managers = officers.length > 0 ? officers : members.filter(({ roles }) => roles.includes('administrator'))
  const present = new Set(members.map(({ memberId }) => memberId))
  const byMember = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { kind, status, member, subjectId } = finding
    const own =
      kind === 'training'
        ? member?.memberId
        : kind === 'obligation' || kind === 'risk-review'
          ? owners.get(subjectId ?? '')
          : undefined
    const hasOwner = own !== undefined && own !== null && present.has(own)
    const told = new Set([
      ...(hasOwner ? [own] : []),
      ...(hasOwner && status === 'soon' ? [] : managers.map(({ memberId }) => memberId)),
    ])
    for (const memberId of told) byMember.set(memberId, [...(byMember.get(memberId) ?? []), finding])
  }
  return byMember
}

/**
 * Who is reminded today, at most once a day: when something of theirs comes up, again `remindDays` before it is due and on the first day
 * after it, and every `remindDays` while something is due today or overdue. `last`: the day of the last reminder of each member. What a day
 * without a run has missed is sent on the next one.
 */
export const remindersOf = (
  findings: readonly Finding[],
  duties: Pick<Duties, 'obligations' | 'risks'>,
  members: readonly RemindedMember[],
  last: ReadonlyMap<string, Day>,
  today: Day,
  { warnDays, remindDays }: ObligationPolicy,
): readonly Reminder[] =>
  [...findingsOf(findings, duties, members)].flatMap(([memberId, own]) => {
    const before = last.get(memberId)
    const passed = (day: Day): boolean => day <= today && (before === undefined || before < day)
    const isPressing = own.some(({ dueOn }) => dueOn <= today)
    const hasCrossed = own.some(({ dueOn }) =>
      [addDays(dueOn, -warnDays), addDays(dueOn, -remindDays), addDays(dueOn, 1)].some(passed),
    )
    const isAgain = before !== undefined && isPressing && addDays(before, remindDays) <= today
    if (before === today || !(before === undefined || hasCrossed || isAgain)) return []
    const overdue = own.filter(({ status }) => status === 'overdue').length
    return [{ memberId, soon: own.length - overdue, overdue }]
  })
