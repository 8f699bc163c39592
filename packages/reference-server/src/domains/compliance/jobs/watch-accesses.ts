import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Database } from '../../../platform/contracts/database.ts'
import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { Vault } from '../../../platform/contracts/vault.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import { organizationsWith } from '../../../platform/system/organizations-with.ts'
import { localTimeIn } from '../model/monitor/local-time.ts'
import type { CompliancePorts } from '../ports.ts'
import { countsSince } from '../model/monitor-fact.ts'
import { deleteFactsRemovedBefore } from '../store/monitor-facts.ts'
import { findPageAfter, type LedgerPage } from '../store/followed-ledger.ts'
import { deleteDaysBefore, listMembersSeen, listMonitoredDays, listUnexplainedDays } from '../store/monitored-days.ts'
import {
  findMonitorPosition,
  listActiveQuarters,
  listReviewedInPage,
  writeMonitorPosition,
  type MonitorPosition,
} from '../store/monitored-ledger.ts'
import { watchDay, type DayToWatch, type WatchPolicies, type WatchStep } from '../workflows/watch-day.ts'

export interface WatchAccessesDeps {
  readonly organizationIds: () => Promise<readonly string[]>
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly keep: KeepForOrganization
  readonly ports: Pick<CompliancePorts, 'directory' | 'readParticipants' | 'permissionsOf'>
  readonly policies: WatchPolicies
}

/** Members in one step. */
const batch = 50

/**
 * Follows the ledger in the order of its chain, so that an access that is committed late is found, and looks at each member and day in which
 * something was read. Reasons that cannot wait open a case on the day itself, and only they are looked for every few seconds; everything
 * else when the day has ended on the organization's clock. Repeated work finds what it found before: two processes, and a restart, do not
 * make a second case.
 */
export const watchAccesses = (deps: WatchAccessesDeps): DomainJob => {
  const stopping = new AbortController()
  const looks = new Map<string, Look>()
  return {
    name: 'compliance.watch-accesses',
    everySeconds: 15,
    stop: () => stopping.abort(),
    run: async (now) => {
      const watching: Watching = { ...deps, signal: stopping.signal }
      for (const { organizationId, ...clock } of await listDue(watching, looks, now)) {
        if (stopping.signal.aborted) return
        await watchOrganization(watching, organizationId, clock, now)
        looks.set(organizationId, { at: now.getTime(), endedDay: clock.endedDay })
      }
    },
  }
}

interface Watching extends WatchAccessesDeps {
  /** Aborted when the server stops: what is left is read after the next start. */
  readonly signal: AbortSignal
}

/** Of this process, at what the members of an organization did. */
interface Look {
  readonly at: number
  readonly endedDay: number
}

interface OrganizationClock {
  readonly timeZone: string
  /** The last day that has ended on it. */
  readonly endedDay: number
}

const contextOf = ({ vault, database }: Watching, organizationId: string, now: Date): ReadContext => ({
  ...systemRequestContext('compliance.timer', organizationId, now),
  vault,
  db: database.reader({ domain: 'compliance', organizationId }),
})

const minuteMs = 60_000

/** Organizations of which the last look is long ago or was on another day, or in which something may have happened that cannot wait. */
const listDue = async (
  deps: Watching,
  looks: ReadonlyMap<string, Look>,
  now: Date,
): Promise<readonly (OrganizationClock & { readonly organizationId: string })[]> => {
  const { organizationIds, database, ports, policies } = deps
  const all = await Promise.all(
    (await organizationIds()).map(async (organizationId) => {
      const { zone: timeZone } = await ports.directory.organization(contextOf(deps, organizationId, now))
      return { organizationId, timeZone, endedDay: localTimeIn(timeZone)(now.getTime()).day - 1 }
    }),
  )
  const mayWait = all.filter(({ organizationId, endedDay }) => {
    const last = looks.get(organizationId)
    // A clock that was set back must not end the looks.
    return (
      last?.endedDay === endedDay && Math.abs(now.getTime() - last.at) < policies.monitor.lookEveryMinutes * minuteMs
    )
  })
  const ids = mayWait.map(({ organizationId }) => organizationId)
  const accessed = await organizationsWith(
    database.reader({ domain: 'compliance', organizationId: '' }),
    'compliance.known_patients_accessed',
    ids,
    now,
  )
  const waiting = new Set(ids).difference(new Set(accessed))
  return all.filter(({ organizationId }) => !waiting.has(organizationId))
}

const watchOrganization = async (
  deps: Watching,
  organizationId: string,
  { timeZone, endedDay }: OrganizationClock,
  now: Date,
): Promise<void> => {
  const context = contextOf(deps, organizationId, now)
  const { position: before, head } = await findMonitorPosition(context.db, organizationId)
  const store = storeFor(deps.keep, organizationId, now)
  // What was recorded before the monitor was there is not read.
  if (before === null) {
    await store([writeMonitorPosition({ id: organizationId, sequence: head, finishedDay: endedDay, version: 1 }, null)])
    return
  }
  const watch = (days: readonly DayToWatch[], upTo: number): Promise<void> =>
    watchAll(deps, context, { timeZone, endedDay: upTo, store }, days)

  let position: MonitorPosition | null = before
  let page = head > position.sequence ? await findPageAfter(context.db, position.sequence) : null
  while (page !== null && position !== null && !deps.signal.aborted) {
    await watch(await daysOfPage(deps, context, page, timeZone, endedDay), position.finishedDay)
    position = await move(store, position, { sequence: page.sequence })
    page = position !== null && position.sequence < head ? await findPageAfter(context.db, position.sequence) : null
  }
  if (position === null || deps.signal.aborted || position.finishedDay >= endedDay) return
  await watch(await listUnexplainedDays(context.db, position.finishedDay + 1, endedDay), endedDay)
  await move(store, position, { finishedDay: endedDay }, [
    deleteDaysBefore(endedDay - deps.policies.monitor.historyDays),
    deleteFactsRemovedBefore(countsSince(now)),
  ])
}

/** False if a condition does not hold: another process was first. */
type Store = (writes: readonly Write[], events?: readonly NewEvent[]) => Promise<boolean>

const storeFor =
  (keep: KeepForOrganization, organizationId: string, now: Date): Store =>
  async (writes, events = []) => {
    let isStored = false
    await keep(organizationId, now, (isRepeated) =>
      isRepeated
        ? { answer: undefined }
        : {
            writes,
            events,
            answer: undefined,
            committed: () => {
              isStored = true
            },
          },
    )
    return isStored
  }

/** Null if another process was first. */
const move = async (
  store: Store,
  before: MonitorPosition,
  to: Partial<Pick<MonitorPosition, 'sequence' | 'finishedDay'>>,
  writes: readonly Write[] = [],
): Promise<MonitorPosition | null> => {
  const after = { ...before, ...to, version: before.version + 1 }
  return (await store([...writes, writeMonitorPosition(after, before)])) ? after : null
}

/** The members and days in which a page of the ledger has something. */
const daysOfPage = async (
  { ports, policies }: Watching,
  context: ReadContext,
  page: LedgerPage,
  timeZone: string,
  endedDay: number,
): Promise<readonly DayToWatch[]> => {
  const { db } = context
  const [active, disabled, seen, reviewed] = await Promise.all([
    ports.directory.activeMembers(context),
    ports.directory.monitored.disabledMembers(context),
    listMembersSeen(db, endedDay - policies.monitor.historyDays),
    ports.directory.monitored.emergencies(context, await listReviewedInPage(db, page)),
  ])
  const memberIds = new Set([...active.map(({ id }) => id), ...disabled.keys(), ...seen])
  const quarters = await listActiveQuarters(db, page, [...memberIds])
  const localTime = localTimeIn(timeZone)
  const days = new Map<string, DayToWatch>()
  const add = (each: DayToWatch): void => {
    const key = `${each.day} ${each.memberId}`
    const known = days.get(key)
    if (known === undefined || each.firstAccessId < known.firstAccessId) days.set(key, each)
  }
  for (const { memberId, at, firstAccessId } of quarters)
    add({ memberId, day: localTime(at.getTime()).day, firstAccessId })
  // What a review finds concerns the day on which the chart was open, and an emergency may be open at midnight.
  const ofReviews = reviewed.flatMap(({ memberId, from, until }) =>
    [from, until].map((at) => ({ memberId, day: localTime(at.getTime()).day })),
  )
  for (const { memberId, day, firstAccessId } of await listMonitoredDays(db, [...days.values(), ...ofReviews]))
    add({ memberId, day, firstAccessId })
  return [...days.values()]
}

/** Day by day, some members at a time. */
const watchAll = async (
  { ports, policies, signal }: Watching,
  context: ReadContext,
  { store, ...clock }: { readonly timeZone: string; readonly endedDay: number; readonly store: Store },
  days: readonly DayToWatch[],
): Promise<void> => {
  const ofDays = [...Map.groupBy(days, ({ day }) => day)].toSorted(([one], [other]) => one - other)
  for (const [day, watched] of ofDays)
    for (let first = 0; first < watched.length; first += batch) {
      if (signal.aborted) return
      const some = watched.slice(first, first + batch)
      await storeUntilStored(store, () => watchDay(context, { ports, policies, ...clock }, day, some))
    }
}

/** A person may take a case while more is found for it: then it is looked at again. */
const storeUntilStored = async (store: Store, find: () => Promise<readonly WatchStep[]>): Promise<void> => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const stored = []
    for (const { writes, events } of await find()) stored.push(await store(writes, events))
    if (!stored.includes(false)) return
  }
  throw new Error('The cases of a day changed each time. The next run continues here.')
}
