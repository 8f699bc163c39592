import type { DomainStatement, PlatformDatabase } from '../open/open-database.ts'
import { inForeground } from '../pool/background.ts'
import { DatabaseError } from '../errors/database-error.ts'

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
const maxGroup = 64
/** A statement with more bytes of values is committed alone, on a connection of its own: others would wait until it is sent. */
const maxBytesInGroup = 65_536

/**
 * All that wait are sent in one round trip and committed by one flush, those of one organization and role next to each other. A group with
 * an error stores nothing, so each of its statements then runs alone: one that the database refuses does not affect the others.
 */
export const createGroupCommits = (database: PlatformDatabase): GroupCommits => {
  const connections = database.groups(groupsInFlight + 1)
  const waiting: Waiting[] = []
  const inFlight = new Set<Promise<void>>()
  const large: Waiting[] = []
  let scheduled = false
  let isLargeInFlight = false

  const run = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const rows = await inForeground(() => connections.execute(group.map(({ statement }) => statement)))
      group.forEach(({ resolve }, place) => resolve(rows[place] ?? null))
    } catch (error) {
      if (group.length > 1 && error instanceof DatabaseError) for (const each of group) await run([each])
      else for (const { reject } of group) reject(error)
    }
  }

  const launch = (): void => {
    scheduled = false
    while (waiting.length > 0 && inFlight.size < groupsInFlight) {
      const group = waiting.splice(0, maxGroup).toSorted(byScope)
      const flight = run(group).finally(() => {
        inFlight.delete(flight)
        launch()
      })
      inFlight.add(flight)
    }
  }

  const launchLarge = async (): Promise<void> => {
    if (isLargeInFlight) return
    isLargeInFlight = true
    for (let next = large.shift(); next; next = large.shift()) await run([next])
    isLargeInFlight = false
  }

  return {
    commit: (statement) =>
      new Promise((resolve, reject) => {
        if (bytesOf(statement) > maxBytesInGroup) {
          large.push({ statement, resolve, reject })
          void launchLarge()
          return
        }
        waiting.push({ statement, resolve, reject })
        // Deferred to the end of this turn of the event loop, so that what is decided in the same turn shares a group.
        if (scheduled || inFlight.size >= groupsInFlight) return
        scheduled = true
        setImmediate(launch)
      }),
  }
}

const bytesOf = ({ values }: DomainStatement): number => {
  let bytes = 0
  for (const value of values)
    if (value instanceof Uint8Array) bytes += value.byteLength
    else if (typeof value === 'string') bytes += value.length
  return bytes
}

const byScope = ({ statement: one }: Waiting, { statement: other }: Waiting): number =>
  one.organizationId === other.organizationId
    ? compareText(one.domain, other.domain)
    : compareText(one.organizationId, other.organizationId)
const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
