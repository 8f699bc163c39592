import { DatabaseError } from '../database/errors/database-error.ts'
import { inForeground } from '../database/pool/background.ts'
import { asOneStatement } from '../database/unit-of-work/as-one-statement.ts'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { Problem } from '../problems/problem.ts'
import { faultOf } from '../database/errors/fault-of.ts'
import { setImmediate as untilNextTurn } from 'node:timers/promises'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'
import type { AccessRow, Ledger } from '../contracts/ledger.ts'
import type { GroupCommits } from '../database/changes/group-commits.ts'
import { accessesInGroup, accessesToInsert, insertAccesses } from './access-columns.ts'
import type { AuditJournal } from './journal.ts'
import { createTableBacklog } from './table-backlog.ts'

/** The ledger as the unit of work and the composition use it. */
export interface PlatformLedger extends Ledger {
  /**
   * Await it after a transaction with `insertStatement` has committed and before its response is sent. Writes to the journal, if there is
   * one.
   */
  committed(rows: readonly AccessRow[]): Promise<void>
  /** Resolves when every row whose access was shown is in the table, for operations that read the table. */
  settle(): Promise<void>
  /** Whether rows are being written: for readiness. */
  health(): LedgerHealth
  /** Finishes the batches under way and refuses new rows. */
  stop(): Promise<void>
}

export interface LedgerHealth {
  /** How long the oldest batch has waited for its write. Milliseconds; 0 if none is under way. */
  readonly waitingFor: number
  /** How long ago a row could not be written. Milliseconds; null if none since the start. */
  readonly failedAgo: number | null
}

export interface LedgerOptions {
  readonly database: PlatformDatabase
  /** For a database that does not flush to disk (PGlite): rows are durable in the journal first and are inserted into the table later. */
  readonly journal: AuditJournal | null
  /** If given, rows are committed together with the changes that wait. Otherwise, and with a journal, on connections of their own. */
  readonly groups?: GroupCommits
  readonly log: Logger
}

/** On a slow disk, a second batch fills while the first is flushed. More would only make batches smaller. */
const batchesInFlight = 2
const maxRowsPerBatch = 2_000
/** How soon a batch may follow the one before, so that requests answered shortly after each other share it. Milliseconds. */
const batchEvery = 2

interface Waiting {
  readonly rows: readonly AccessRow[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Group commit for the audit rows of concurrent requests: with 32 reads at a time, one commit per request makes an audited read about
 * half as expensive again (docs/benchmarks.md, goal 4). Resolves after the commit. If a batch fails, all its requests fail, because no
 * response may leave without its audit row. With a journal, rows are durable there and no request waits for the table.
 */
export const createLedger = ({ database, journal, groups, log }: LedgerOptions): PlatformLedger => {
  const connections = database.reserved('audit', batchesInFlight)
  const waiting: Waiting[] = []
  /** With the time at which each began, on the monotonic clock. */
  const inFlight = new Map<Promise<void>, number>()
  let failedAt: number | null = null
  let stopped = false
  let scheduled = false
  let launchedAt = -Infinity
  let waitingSince = -Infinity

  const insert = (rows: readonly AccessRow[], again = ''): Promise<unknown> => {
    const { text, values } = insertAccesses(rows)
    return connections.execute(text + again, values)
  }
  const backlog = createTableBacklog((rows) => insert(rows, ' on conflict (id) do nothing'), log)

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const rows = batch.flatMap((each) => each.rows)
    try {
      if (journal) {
        await journal.append(rows)
        backlog.add(rows)
      } else await inForeground(() => insert(rows))
      for (const each of batch) each.resolve()
    } catch (error) {
      await refuseOrSplit(batch, error)
    }
  }

  const refuseOrSplit = async (batch: readonly Waiting[], error: unknown): Promise<void> => {
    if (error instanceof DatabaseError && batch.length > 1) {
      // A row that the table refuses must not fail the other requests of the batch.
      for (const each of batch) await write([each])
      return
    }
    failedAt = performance.now()
    log.error('audit rows could not be written; their requests are refused', {
      count: batch.reduce((sum, { rows }) => sum + rows.length, 0),
      ...describeError(error),
    })
    for (const each of batch) each.reject(auditUnavailable(error))
  }

  const takeBatch = (): readonly Waiting[] => {
    let rows = 0
    const fits = waiting.findIndex((each) => (rows += each.rows.length) > maxRowsPerBatch)
    return waiting.splice(0, fits < 0 ? waiting.length : Math.max(fits, 1))
  }
  const track = (flight: Promise<void>): void => {
    const ended = flight.finally(() => inFlight.delete(ended))
    inFlight.set(ended, performance.now())
  }

  /** With the changes of a group: they share a flush. If its rows are refused, each request has its own. */
  const accompany = journal
    ? undefined
    : groups?.accompany(() => {
        const batch = takeBatch()
        if (batch.length === 0) return null
        if (waiting.length > 0) setImmediate(schedule)
        const { promise, resolve, reject } = Promise.withResolvers<void>()
        track(
          promise.then(
            () => batch.forEach((each) => each.resolve()),
            (error: unknown) => refuseOrSplit(batch, error),
          ),
        )
        return { statement: accessesInGroup(batch.flatMap((each) => each.rows)), resolve: () => resolve(), reject }
      })

  /** At the end of this turn of the event loop, so that requests answered in the same turn share a batch; or when one may follow. */
  const schedule = (): void => {
    if (waiting.length === 0) return
    if (accompany) return accompany()
    if (scheduled || inFlight.size >= batchesInFlight) return
    scheduled = true
    const pause = launchedAt + batchEvery - performance.now()
    if (pause > 0) setTimeout(launch, pause)
    else setImmediate(launch)
  }

  const launch = (): void => {
    scheduled = false
    if (waiting.length > 0) launchedAt = performance.now()
    while (waiting.length > 0 && inFlight.size < batchesInFlight) {
      const flight = write(takeBatch())
      track(flight)
      void flight.then(schedule)
    }
  }

  return {
    append: (rows) => {
      if (rows.length === 0) return Promise.resolve()
      if (stopped) return Promise.reject(auditUnavailable('stopped'))
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) waitingSince = performance.now()
        waiting.push({ rows, resolve, reject })
        schedule()
      })
    },
    insertStatement: (rows, beside = []) =>
      asOneStatement([...beside, ...(rows.length > 0 ? [insertAccesses(rows)] : [])]),
    toInsert: accessesToInsert,
    committed: async (rows) => {
      if (!journal || rows.length === 0) return
      await journal.append(rows).catch((error: unknown) => {
        failedAt = performance.now()
        log.error('audit journal could not be written; the request is refused', {
          count: rows.length,
          ...describeError(error),
        })
        throw auditUnavailable(error)
      })
    },
    settle: () => backlog.settle(),
    health: () => {
      const now = performance.now()
      const [oldest = waiting.length > 0 ? waitingSince : now] = inFlight.values()
      return { waitingFor: now - oldest, failedAgo: failedAt === null ? null : now - failedAt }
    },
    stop: async () => {
      stopped = true
      while (waiting.length > 0 || inFlight.size > 0) {
        if (accompany) schedule()
        else launch()
        // A group that is full of changes takes the rows with it later.
        await (inFlight.size > 0 ? Promise.all(inFlight.keys()) : untilNextTurn())
      }
      // Rows that cannot be inserted now are replayed from the journal at the next start.
      await backlog.settle().catch(() => undefined)
      await connections.close()
    },
  }
}

const auditUnavailable = (cause: unknown): Problem =>
  new Problem(503, 'audit_unavailable', 'The access could not be recorded, so nothing was shown. Try again shortly.', {
    reason: faultOf(cause),
    headers: { 'Retry-After': '2' },
  })
