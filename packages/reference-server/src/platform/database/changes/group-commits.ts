import type { DomainStatement } from '../open/group-connections.ts'
import type { PlatformDatabase } from '../open/open-database.ts'
import { observeGroup, observeStatement } from '../pool/observed-work.ts'
import { inForeground, isInBackground } from '../pool/background.ts'
import { isBusy, requestsUnderWay, sinceLastRequest } from '../pool/current-request.ts'
import { outsideTransaction, requireNoTransaction } from '../pool/transaction-context.ts'
import { DatabaseError } from '../errors/database-error.ts'
import { Problem } from '../../problems/problem.ts'

/** Commits statements of concurrent requests and background work in groups. */
export interface GroupCommits {
  /** Resolves after the commit with the statement's first row, as text. Rejects if it was not stored. */
  commit(statement: DomainStatement): Promise<readonly (string | null)[] | null>
  /**
   * What accompanies the next group: `take` is called when one is sent, also one of others, and returns null if there is nothing. The
   * returned function has a group sent.
   */
  accompany(take: () => GroupEntry | null): () => void
}

export interface GroupEntry {
  readonly statement: DomainStatement
  readonly resolve: (row: readonly (string | null)[] | null) => void
  readonly reject: (error: unknown) => void
}

interface Waiting extends GroupEntry {
  readonly isInBackground: boolean
  /** On the monotonic clock. */
  readonly since: number
}

/** Of requests, and one of background work. While some are flushed, the next one fills and may be sent. More would make groups smaller. */
const groupsInFlight = 3
/** More than are in flight: one for each role that stores most, so that its role need not be set. */
const groupConnections = 12
const maxGroup = 64
/**
 * How soon a group may follow the one before while other requests are under way or soon to come, so that theirs share it: as PostgreSQL's
 * `commit_delay` with `commit_siblings`. And how soon while they keep coming, which is while one began within `pause`. The embedded engine
 * does not flush, and does not wait. Milliseconds.
 */
const commitDelay = { least: 8, most: 20, pause: 5 }
/** With as many requests under way, a group is large enough. */
const manyUnderWay = 16
/** How long a change of background work waits for others: no request waits for it, nor for its group. Milliseconds. */
const backgroundWindow = { alone: 10, duringRequests: 150 }
/** A statement with more bytes of values is committed alone. */
const maxBytesInGroup = 65_536

/**
 * All that wait are sent in one round trip and committed by one flush, those of one role next to each other. A group with
 * an error stores nothing, so each of its statements then runs alone: one that the database refuses does not affect the others. One that
 * needs a row that another transaction keeps locked waits for it apart from the groups.
 */
export const createGroupCommits = (database: PlatformDatabase): GroupCommits => {
  const connections = database.groups(groupConnections)
  const waiting: Waiting[] = []
  const companions: (() => GroupEntry | null)[] = []
  const inFlight = new Set<Promise<void>>()
  let isBackgroundInFlight = false
  /** Of the next group of requests, and of background work. */
  let scheduled: NodeJS.Timeout | NodeJS.Immediate | undefined
  let waking: NodeJS.Timeout | undefined
  let launchedAt = -Infinity
  let isAsked = false

  const run = async (group: readonly GroupEntry[]): Promise<void> => {
    try {
      const rows = await inForeground(() => connections.execute(group.map(({ statement }) => statement)))
      group.forEach(({ resolve }, place) => resolve(rows[place] ?? null))
    } catch (error) {
      if (isLocked(error)) for (const each of group) void runAlone(each)
      // The connection is lost, and with it whether the group was stored.
      else if (group.length === 1 || error instanceof Problem) for (const { reject } of group) reject(error)
      else for (const each of group) await run([each])
    }
  }

  const runAlone = async (entry: GroupEntry): Promise<void> => {
    observeGroup('alone', [entry])
    return inForeground(() => connections.executeAlone(entry.statement)).then(entry.resolve, entry.reject)
  }

  const take = (ofBackground: boolean): GroupEntry[] => {
    const taken = waiting.filter((each) => each.isInBackground === ofBackground).slice(0, maxGroup)
    for (const each of taken) waiting.splice(waiting.indexOf(each), 1)
    return taken
  }

  /** Of requests, and what accompanies them. */
  const launch = (): void => {
    clearTimeout(scheduled as NodeJS.Timeout)
    clearImmediate(scheduled as NodeJS.Immediate)
    scheduled = undefined
    isAsked = false
    const group = [...companions.flatMap((next) => next() ?? []), ...take(false)]
    if (group.length === 0) return
    launchedAt = performance.now()
    observeGroup('requests', group)
    const flight = run(group.toSorted(byRole)).finally(() => {
      inFlight.delete(flight)
      schedule()
    })
    inFlight.add(flight)
    schedule()
  }

  const launchBackground = (): void => {
    waking = undefined
    isBackgroundInFlight = true
    const group = take(true)
    observeGroup('background', group)
    void run(group.toSorted(byRole)).finally(() => {
      isBackgroundInFlight = false
      schedule()
    })
  }

  /** For what waits now. A launch that is scheduled for later is not moved, except if a whole group waits. */
  const schedule = (): void => {
    const background = waiting.find((each) => each.isInBackground)
    if (background && !waking && !isBackgroundInFlight) {
      const longest = backgroundWindow[requestsUnderWay() > 0 || isBusy() ? 'duringRequests' : 'alone']
      const pause = Math.max(0, background.since + longest - performance.now())
      outsideTransaction(() => (waking = setTimeout(launchBackground, pause)))
    }
    const ofRequests = waiting.filter((each) => !each.isInBackground).length
    if ((ofRequests === 0 && !isAsked) || inFlight.size >= groupsInFlight) return
    const isFull = ofRequests >= maxGroup
    if (scheduled && !isFull) return
    clearTimeout(scheduled as NodeJS.Timeout)
    const mayWait = database.engine === 'postgres' && (requestsUnderWay() > 1 || isBusy()) && !isFull
    const pause = mayWait ? launchedAt + commitDelay.least - performance.now() : 0
    // Otherwise at the end of this turn of the event loop, so that what is decided in the same turn shares a group.
    outsideTransaction(() => (scheduled = pause > 0 ? setTimeout(launchUnlessMoreCome, pause) : setImmediate(launch)))
  }

  const launchUnlessMoreCome = (): void => {
    const pause = launchedAt + commitDelay.most - performance.now()
    const isLarge = requestsUnderWay() >= manyUnderWay
    if (pause > 0 && !isLarge && isBusy() && sinceLastRequest() < commitDelay.pause)
      scheduled = setTimeout(launch, pause)
    else launch()
  }

  return {
    commit: async (statement) => {
      requireNoTransaction('transaction')
      observeStatement('change', statement.domain, statement.text, statement.values)
      // Others of its group would wait until it is sent.
      if (bytesOf(statement) > maxBytesInGroup)
        return new Promise((resolve, reject) => void runAlone({ statement, resolve, reject }))
      return new Promise((resolve, reject) => {
        waiting.push({ statement, resolve, reject, isInBackground: isInBackground(), since: performance.now() })
        schedule()
      })
    },
    accompany: (take) => {
      companions.push(take)
      return () => {
        isAsked = true
        schedule()
      }
    },
  }
}

const bytesOf = ({ values }: DomainStatement): number => {
  let bytes = 0
  for (const value of values)
    if (value instanceof Uint8Array) bytes += value.byteLength
    else if (typeof value === 'string') bytes += value.length
  return bytes
}

/** A lock was not free in time. */
const isLocked = (error: unknown): boolean => error instanceof DatabaseError && error.code === '55P03'

const byRole = ({ statement: one }: GroupEntry, { statement: other }: GroupEntry): number =>
  compareText(one.domain, other.domain) || compareText(one.organizationId, other.organizationId)
const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
