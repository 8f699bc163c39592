import type { DomainStatement } from '../open/group-connections.ts'
import type { PlatformDatabase } from '../open/open-database.ts'
import { observeStatement } from '../pool/observed-work.ts'
import { inForeground, isInBackground } from '../pool/background.ts'
import { outsideTransaction, requireNoTransaction } from '../pool/transaction-context.ts'
import { DatabaseError } from '../errors/database-error.ts'
import { Problem } from '../../problems/problem.ts'

/** Commits statements of concurrent requests and background work in groups. */
export interface GroupCommits {
  /** Resolves after the commit with the statement's first row, as text. Rejects if it was not stored. */
  commit(statement: DomainStatement): Promise<readonly (string | null)[] | null>
}

interface Waiting {
  readonly statement: DomainStatement
  readonly resolve: (row: readonly (string | null)[] | null) => void
  readonly reject: (error: unknown) => void
}

/** While one group is flushed, the next one fills and may be sent. More would only make groups smaller. */
const groupsInFlight = 2
/** More than are in flight: one for each role that stores most, so that its role need not be set. */
const groupConnections = 12
const maxGroup = 64
/** How long a change of background work waits for others, if no request is committed in the meantime. Milliseconds. */
const backgroundWindow = 10
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
  const inFlight = new Set<Promise<void>>()
  let scheduled = false
  let waking: NodeJS.Timeout | undefined

  const run = async (group: readonly Waiting[]): Promise<void> => {
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

  const runAlone = async ({ statement, resolve, reject }: Waiting): Promise<void> =>
    inForeground(() => connections.executeAlone(statement)).then(resolve, reject)

  const launch = (): void => {
    scheduled = false
    clearTimeout(waking)
    waking = undefined
    while (waiting.length > 0 && inFlight.size < groupsInFlight) {
      const group = waiting.splice(0, maxGroup).toSorted(byRole)
      const flight = run(group).finally(() => {
        inFlight.delete(flight)
        launch()
      })
      inFlight.add(flight)
    }
  }

  return {
    commit: async (statement) => {
      requireNoTransaction('transaction')
      observeStatement('change', statement.domain, statement.text, statement.values)
      // Others of its group would wait until it is sent.
      if (bytesOf(statement) > maxBytesInGroup) return inForeground(() => connections.executeAlone(statement))
      return new Promise((resolve, reject) => {
        waiting.push({ statement, resolve, reject })
        if (scheduled || inFlight.size >= groupsInFlight) return
        if (isInBackground()) {
          waking ??= outsideTransaction(() => setTimeout(launch, backgroundWindow))
          return
        }
        // Deferred to the end of this turn of the event loop, so that what is decided in the same turn shares a group.
        scheduled = true
        outsideTransaction(() => setImmediate(launch))
      })
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

const byRole = ({ statement: one }: Waiting, { statement: other }: Waiting): number =>
  compareText(one.domain, other.domain) || compareText(one.organizationId, other.organizationId)
const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
