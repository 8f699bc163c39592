import { createHash } from 'node:crypto'
import type { AccessCase, SecondLook } from './access-case.ts'
import { createExplainer } from './explain-access.ts'
import { createFlagger } from './flag-access.ts'
import { localTimeIn } from './local-time.ts'
import type { FlagCode } from './flag-code.ts'
import type { MonitorPolicy } from './monitor-policy.ts'
import type { MonitoredAccess, MonitoredFacts } from './monitored-facts.ts'
import { findUnusualDays, type MemberDay, type UnusualDay } from './unusual-volume.ts'
import { WatchedDay } from './watched-day.ts'

const dayMs = 86_400_000

export interface MonitoredTime {
  /** Days and workdays are those of the organization's clock. */
  readonly timeZone: string
  /** When the facts were read. */
  readonly asOf: number
  /** Days before, and of other members: unusual is what differs from them. Default: none. */
  readonly otherDays?: readonly MemberDay[]
}

export interface MonitorResult {
  /** Highest score first. */
  readonly cases: readonly AccessCase[]
  readonly secondLooks: readonly SecondLook[]
  /** Accesses that opened a record, and how many of them a fact explains. */
  readonly opened: number
  readonly explained: number
  /** What the next days are compared with. */
  readonly days: readonly MemberDay[]
}

const byTime = (one: MonitoredAccess, other: MonitoredAccess): number =>
  one.at - other.at || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

const keyOf = (memberId: string, day: number): string => `${day} ${memberId}`

/**
 * Finds what a privacy officer should see, in the accesses of one organization and in facts that it has anyway. An access that a fact
 * explains opens no case. Equal accesses and facts give equal cases, in whatever order they come.
 */
export const monitorAccesses = (
  accesses: readonly MonitoredAccess[],
  facts: MonitoredFacts,
  policy: MonitorPolicy,
  { timeZone, asOf, otherDays = [] }: MonitoredTime,
): MonitorResult => {
  const localTime = localTimeIn(timeZone)
  const explainer = createExplainer(facts, policy, asOf)
  const flagger = createFlagger(facts, policy, explainer)
  const roles = new Map(facts.members.map(({ id, role }) => [id, role]))
  const recordNumbers = new Map(facts.patients.map(({ id, recordNumber }) => [id, recordNumber]))
  const lastAccess = new Map(facts.members.map(({ id, lastAccessAt }) => [id, lastAccessAt]))
  /** The day on which a member came back after a long time. */
  const returned = new Map<string, number>()
  const days = new Map<string, WatchedDay>()
  const secondLooks: SecondLook[] = []
  const isSuppressed = suppressionsOf(facts)
  const opens = { all: 0, explained: 0 }

  for (const access of accesses.toSorted(byTime)) {
    const { id, at, memberId, patientId, action } = access
    const time = localTime(at)
    const key = keyOf(memberId, time.day)
    const watched = days.get(key) ?? new WatchedDay(memberId, time.day)
    days.set(key, watched)
    const before = lastAccess.get(memberId) ?? null
    if (before !== null && at - before >= policy.dormantDays * dayMs) returned.set(memberId, time.day)
    lastAccess.set(memberId, at)
    if (action === 'search') {
      watched.search.addSearch(at, patientId === null)
      continue
    }
    if (patientId === null) continue
    const explanation = explainer.explain(access)
    const flags = flagger.flag(access, time, explanation)
    const isDormant = returned.get(memberId) === time.day
    const counted = (isDormant ? [...flags, 'dormant-account' as const] : flags).filter(
      (code) => !isSuppressed(memberId, code, time.day),
    )
    watched.add(access, time.minute, counted, policy)
    opens.all++
    if (explanation === null) {
      watched.search.addOpened(recordNumbers.get(patientId) ?? null)
      continue
    }
    opens.explained++
    if (!flagger.deservesSecondLook(access) || isSuppressed(memberId, 'second-look', time.day)) continue
    if (isSampled(id, policy.secondLookEvery))
      secondLooks.push({ accessId: id, memberId, patientId, day: time.day, minute: time.minute })
  }

  const memberDays = [...days.values()].map(({ memberId, day, unexplained }): MemberDay => ({
    memberId,
    role: roles.get(memberId) ?? '',
    day,
    unexplained,
  }))
  const unusual = new Map<string, UnusualDay[]>()
  for (const each of findUnusualDays([...otherDays, ...memberDays], policy)) {
    if (isSuppressed(each.memberId, each.code, each.day)) continue
    const key = keyOf(each.memberId, each.day)
    unusual.set(key, [...(unusual.get(key) ?? []), each])
  }
  const cases = [...days].flatMap(
    ([key, watched]) => watched.toCase(unusual.get(key) ?? [], policy, isSuppressed) ?? [],
  )
  return {
    cases: cases.toSorted(mostUrgentFirst),
    secondLooks,
    opened: opens.all,
    explained: opens.explained,
    days: memberDays,
  }
}

/** By the id alone, so that it is the same in whatever run, order and company an access is looked at. */
const isSampled = (accessId: string, every: number): boolean =>
  createHash('sha256').update(accessId).digest().readUInt32BE() % every === 0

const suppressionsOf = ({ suppressions }: MonitoredFacts) => {
  const ofMembers = Map.groupBy(suppressions, ({ memberId }) => memberId)
  return (memberId: string, code: FlagCode, day: number): boolean =>
    (ofMembers.get(memberId) ?? []).some((each) => each.code === code && each.fromDay <= day && day <= each.untilDay)
}

const mostUrgentFirst = (one: AccessCase, other: AccessCase): number =>
  other.score - one.score ||
  other.accessIds.length - one.accessIds.length ||
  one.day - other.day ||
  (one.memberId < other.memberId ? -1 : 1)
