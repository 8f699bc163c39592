import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import { accessCaseChanged } from '../events.ts'
import type { AccessCase } from '../model/monitor/access-case.ts'
import { localTimeIn } from '../model/monitor/local-time.ts'
import { secondLookCases } from '../model/monitor/second-look-cases.ts'
import { monitorAccesses } from '../model/monitor/monitor-accesses.ts'
import type { MonitorPolicy } from '../model/monitor/monitor-policy.ts'
import type { PrivacyPolicy } from '../model/privacy-policy.ts'
import { openCase, type StoredCase } from '../model/stored-case.ts'
import type { CompliancePorts } from '../ports.ts'
import { insertCase, listCasesOfDays, replaceCase } from '../store/access-cases.ts'
import { listDaysOfRoles, writeDays, type MonitoredDay } from '../store/monitored-days.ts'
import { listRowsOfMembers } from '../store/monitored-ledger.ts'
import { isForAdministrators } from './find-officers.ts'
import { officersWhoHandle } from './gather-case.ts'
import { gatherMonitoredFacts, monitoredAccessOf } from './gather-monitored-facts.ts'

const dayMs = 86_400_000

/** A member and a day that has to be looked at, and the least id of the accesses of the day. */
export interface DayToWatch {
  readonly memberId: string
  readonly day: number
  readonly firstAccessId: string
}

export interface WatchPolicies {
  readonly monitor: MonitorPolicy
  readonly cases: PrivacyPolicy['accessCases']
}

interface Watching {
  readonly ports: Pick<CompliancePorts, 'directory' | 'readParticipants' | 'permissionsOf'>
  readonly policies: WatchPolicies
  readonly timeZone: string
  /** Days up to this one have ended: they are compared with those of peers, and every case of theirs is opened. */
  readonly endedDay: number
}

const keyOf = ({ memberId, day }: Pick<DayToWatch, 'memberId' | 'day'>): string => `${day} ${memberId}`

/** One change of the job: a case, or what was counted. */
export interface WatchStep {
  readonly writes: readonly Write[]
  readonly events: readonly NewEvent[]
}

/** Runs the monitor for some members on one day. Returns what to store: each case by itself, so that one conflict does not undo another. */
export const watchDay = async (
  context: ReadContext,
  { ports, policies: { monitor, cases }, timeZone, endedDay }: Watching,
  day: number,
  watched: readonly DayToWatch[],
): Promise<readonly WatchStep[]> => {
  const { db, now, newId } = context
  // A zone is at most 14 hours from UTC.
  const [from, to] = [new Date(day * dayMs - 15 * 3_600_000), new Date((day + 1) * dayMs + 15 * 3_600_000)]
  const localTime = localTimeIn(timeZone)
  const rows = (await listRowsOfMembers(db, watched, from, to)).filter(({ at }) => localTime(at.getTime()).day === day)
  const facts = await gatherMonitoredFacts(context, ports, monitor, rows, day)
  const isEnded = day <= endedDay
  const keys = new Set(watched.map(keyOf))
  const roles = [...new Set(facts.members.map(({ role }) => role))]
  const otherDays = isEnded
    ? (await listDaysOfRoles(db, roles, day - monitor.historyDays, day)).filter((each) => !keys.has(keyOf(each)))
    : []
  const accesses = rows.map(monitoredAccessOf)
  const found = monitorAccesses(accesses, facts, monitor, { timeZone, asOf: now.getTime(), otherDays })
  // Work that is written later explains more, and takes no explanation away: a second look need not wait for the end of the day.
  const toOpen = [
    ...(isEnded ? found.cases : found.cases.filter((each) => isUrgent(each, monitor))),
    ...secondLookCases(found.secondLooks, found.cases),
  ]
  const before = Map.groupBy(await listCasesOfDays(db, toOpen), keyOf)
  const opened = toOpen.flatMap(
    (each) => openCase(each, before.get(keyOf(each)) ?? [], { newId, now, policy: cases }) ?? [],
  )
  const lastAt = new Map(rows.map(({ memberId, at }) => [memberId, at]))
  const firstIds = new Map(watched.map(({ memberId, firstAccessId }) => [memberId, firstAccessId]))
  const days = found.days.flatMap((each): MonitoredDay[] => {
    const [last, firstAccessId] = [lastAt.get(each.memberId), firstIds.get(each.memberId)]
    return last === undefined || firstAccessId === undefined ? [] : [{ ...each, lastAt: last, firstAccessId }]
  })
  const officers = opened.length === 0 ? null : await officersWhoHandle(context, ports)
  return [
    ...opened.map((each) => ({
      writes: [writeCase(each)],
      events: [
        accessCaseChanged(each.after, officers !== null && isForAdministrators(officers, each.after.memberId), 'other'),
      ],
    })),
    ...(days.length === 0 ? [] : [{ writes: [writeDays(days, newId)], events: [] }]),
  ]
}

const isUrgent = ({ reasons }: AccessCase, { atOnce }: MonitorPolicy): boolean =>
  reasons.some(({ code }) => atOnce.includes(code))

const writeCase = ({ after, before }: { readonly after: StoredCase; readonly before: StoredCase | null }): Write =>
  before === null ? insertCase(after) : replaceCase(after, before)
