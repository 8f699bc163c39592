import type { DomainJob } from '../contracts/domain-job.ts'
import type { Database } from '../contracts/database.ts'
import { asWork } from '../database/pool/observed-work.ts'
import type { UnitOfWork } from '../contracts/unit-of-work.ts'
import type { Vault } from '../contracts/vault.ts'
import { attemptTransmission, type AttemptEnd } from './attempt-transmission.ts'
import type { BoundTransmissionHandler } from './transmission.ts'
import { transmissionStore, type HandedTransmission } from './transmission-store.ts'
import type { PartTwoGate } from '../sensitive/part-two-gate.ts'
import { permitTransmission } from './permit-transmission.ts'
import { organizationsWith } from '../system/organizations-with.ts'
import { registerSender } from './wake-sender.ts'

export interface TransmissionsDeps {
  readonly database: Pick<Database, 'reader'>
  readonly vault: Vault
  readonly unitOfWork: UnitOfWork
  /** Every organization of this deployment. */
  readonly organizationIds: () => Promise<readonly string[]>
  /** The domain's schema, which is also its role. Its migrations must contain `transmissionsTable` and `organizationsWithDueTransmissions`. */
  readonly schema: string
  readonly handlers: readonly BoundTransmissionHandler[]
  /** Asked before anything is sent. */
  readonly partTwo: PartTwoGate
  /** Timeout of one `send`. Default 30 000. */
  readonly timeoutMs?: number
  /**
   * The server's clock during a run: simulated time does not advance, however long the run lasts. Default: the start of the run plus the
   * time since.
   */
  readonly clock?: () => Date
}

export interface Transmissions {
  /** Sends everything that is due. A run ends when nothing is due or under way. */
  readonly job: DomainJob & {
    /** Permanently stops. Releases what is under way, so that the next process sends it again under the same id. */
    readonly stop: () => void
  }
}

interface SendQueue {
  readonly handler: BoundTransmissionHandler
  readonly capacity: number
  /** Number under way, by organization. */
  readonly busy: Map<string, number>
}

/** Maximum time until transmissions of other processes are found. Milliseconds. */
const sweepEvery = 30_000
/** The job runner asks every second whether there is something to send. Without that, another process sends. Milliseconds. */
const polledWithin = 3_000
/** A claim that exceeds the timeout by this much belonged to a process that died. Milliseconds. */
const leaseBeyondTimeout = 30_000

/**
 * Sends one domain's transmissions. Each kind has a separate queue, so that a slow partner delays no other kind, and one organization uses
 * at most half of a queue. A claim is a lease: if its process is killed, the transmission is sent again, under the same id, when the lease
 * expires. Neither a transaction nor a connection is held while waiting for a partner.
 */
export const createTransmissions = (deps: TransmissionsDeps): Transmissions => {
  const { database, vault, unitOfWork, organizationIds, schema, handlers, timeoutMs = 30_000 } = deps
  const stopping = new AbortController()
  const store = transmissionStore(schema)
  const permit = permitTransmission(deps.partTwo)
  const attempted = attemptTransmission({
    database,
    vault,
    unitOfWork,
    schema,
    store,
    timeoutMs,
    permit,
    stopping: stopping.signal,
  })
  const attempt: typeof attempted = (handler, ...rest) =>
    asWork(`${schema}.transmit-${handler.kind}`, () => attempted(handler, ...rest))
  const queues = handlers.map((handler): SendQueue => ({
    handler,
    capacity: handler.concurrency ?? 16,
    busy: new Map(),
  }))
  const kinds = handlers.map(({ kind }) => kind)
  if (new Set(kinds).size < kinds.length) throw new Error(`Two handlers of ${schema} send the same kind.`)
  const readerOf = (organizationId: string) => database.reader({ domain: schema, organizationId })

  /**
   * The next due time of each organization and kind, as far as this process knows: transmissions that it stores, claims or postpones need
   * no query. Those in `unread` must be queried; those in `heldUp` also when the next one ends.
   */
  const due = new Map<string, Map<string, Date>>()
  const unread = new Set<string>()
  const heldUp = new Set<string>()
  const underWay = new Set<Promise<void>>()
  let sweptAt: Date | null = null
  let woken = false
  let endWait: (() => void) | null = null
  /** Stored as claimed by this process, and not begun yet. */
  let handed: { readonly organizationId: string; readonly row: HandedTransmission }[] = []
  let polledAt = -Infinity
  let isRunning = false

  const wake = (): void => {
    woken = true
    endWait?.()
  }
  const note = (organizationId: string, kind: string, dueAt: Date): void => {
    const byKind = due.get(organizationId) ?? new Map<string, Date>()
    due.set(organizationId, byKind)
    const known = byKind.get(kind)
    if (known === undefined || dueAt < known) byKind.set(kind, dueAt)
  }
  const claimedUntil = (now: Date): Date => new Date(now.getTime() + timeoutMs + leaseBeyondTimeout)
  registerSender(vault, schema, {
    permit: async (organizationId, asked, now) => {
      const handler = handlers.find(({ kind }) => kind === asked.kind)
      if (handler === undefined) throw new Error(`Nothing in ${schema} sends ${asked.kind}.`)
      return permit(handler, organizationId, asked, now)
    },
    wake: (organizationId, { kind, dueAt }) => {
      note(organizationId, kind, dueAt)
      wake()
    },
    leaseFor: (kind, now) => {
      const capacity = queues.find(({ handler }) => handler.kind === kind)?.capacity ?? 0
      const isPolled = polledAt > 0 && (isRunning || performance.now() - polledAt < polledWithin)
      return isPolled && !stopping.signal.aborted && handed.length < capacity ? claimedUntil(now) : null
    },
    take: (organizationId, row) => {
      handed.push({ organizationId, row })
      wake()
    },
  })

  /** Resolves when one ends or is stored, at the latest after a second, when a retry may be due. */
  const untilWoken = (): Promise<void> =>
    new Promise((resolve) => {
      if (woken) return resolve()
      const timer = setTimeout(resolve, 1_000)
      endWait = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const unreadUnlessDone = <A>(organizationId: string, ask: () => Promise<A>): Promise<A> =>
    ask().catch((error: unknown) => {
      unread.add(organizationId)
      throw error
    })
  const mustSweep = (now: Date): boolean =>
    sweptAt === null || Math.abs(now.getTime() - sweptAt.getTime()) >= sweepEvery
  const readDue = async (now: Date): Promise<void> => {
    if (mustSweep(now)) {
      // Those that are due before the next sweep.
      const by = new Date(now.getTime() + sweepEvery)
      const found = await organizationsWith(readerOf(''), `${schema}.due_transmissions`, await organizationIds(), by)
      for (const organizationId of found) unread.add(organizationId)
      sweptAt = now
    }
    for (const organizationId of [...unread]) {
      // Transmissions noted from here on are kept, whether or not the result contains them.
      unread.delete(organizationId)
      due.delete(organizationId)
      const byKind = await unreadUnlessDone(organizationId, () => store.dueByKind(readerOf(organizationId), kinds, now))
      for (const [kind, dueAt] of byKind) note(organizationId, kind, dueAt)
    }
  }

  const begin = (
    queue: SendQueue,
    organizationId: string,
    run: Promise<AttemptEnd>,
    fail: (error: unknown) => void,
  ): void => {
    queue.busy.set(organizationId, (queue.busy.get(organizationId) ?? 0) + 1)
    const failed = (error: unknown): AttemptEnd => {
      fail(error)
      return 'look'
    }
    const ended = run.catch(failed).then((end) => {
      underWay.delete(ended)
      const left = (queue.busy.get(organizationId) ?? 1) - 1
      if (left > 0) queue.busy.set(organizationId, left)
      else queue.busy.delete(organizationId)
      if (end instanceof Date) note(organizationId, queue.handler.kind, end)
      // Those that waited behind it, of any kind, may now be sent.
      if (heldUp.delete(organizationId) || end === 'look') unread.add(organizationId)
      wake()
    })
    underWay.add(ended)
  }

  const freeFor = ({ capacity, busy }: SendQueue, organizationId: string): number => {
    const used = busy.values().reduce((sum, each) => sum + each, 0)
    return Math.min(capacity - used, Math.ceil(capacity / 2) - (busy.get(organizationId) ?? 0))
  }

  const beginHanded = (clock: () => Date, fail: (error: unknown) => void): void => {
    const waiting = handed
    handed = []
    for (const each of waiting) {
      const { organizationId, row } = each
      const queue = queues.find(({ handler }) => handler.kind === row.kind)
      // Its claim could expire while it is sent: it is claimed again then.
      if (queue === undefined || row.until.getTime() - clock().getTime() < timeoutMs)
        note(organizationId, row.kind, row.until)
      else if (freeFor(queue, organizationId) <= 0) handed.push(each)
      else begin(queue, organizationId, attempt(queue.handler, organizationId, row, clock), fail)
    }
  }

  /** So that the next process need not wait until their claims expire. */
  const releaseHanded = async (now: Date): Promise<void> => {
    const released = handed.map(({ organizationId, row }) =>
      store.postpone(readerOf(organizationId), row, { dueAt: now, fault: null, settleFailed: false }),
    )
    handed = []
    await Promise.all(released)
  }

  const beginWhatIsDue = async (clock: () => Date, fail: (error: unknown) => void): Promise<void> => {
    for (const queue of queues) {
      const { kind } = queue.handler
      for (const [organizationId, byKind] of [...due]) {
        const now = clock()
        const dueAt = byKind.get(kind)
        const limit = freeFor(queue, organizationId)
        if (dueAt === undefined || dueAt > now || limit <= 0) continue
        const until = claimedUntil(now)
        byKind.delete(kind)
        const { rows, nextDueAt } = await unreadUnlessDone(organizationId, () =>
          store.claim(readerOf(organizationId), { kind, limit, now, until }),
        )
        if (nextDueAt !== null && nextDueAt <= now && rows.length < limit) {
          // It waits for another one, in this process or another. Later ones may not need to wait.
          heldUp.add(organizationId)
          unread.add(organizationId)
        } else if (nextDueAt !== null) note(organizationId, kind, nextDueAt)
        for (const row of rows) begin(queue, organizationId, attempt(queue.handler, organizationId, row, clock), fail)
        // The next query begins with another organization.
        due.delete(organizationId)
        due.set(organizationId, byKind)
      }
    }
  }

  const run = async (startedAt: Date): Promise<void> => {
    const clock = deps.clock ?? clockSince(startedAt)
    const failures: unknown[] = []
    isRunning = true
    try {
      while (!stopping.signal.aborted) {
        woken = false
        const fail = (error: unknown): void => void failures.push(error)
        beginHanded(clock, fail)
        await readDue(clock())
        await beginWhatIsDue(clock, fail)
        if (underWay.size === 0 && !woken) break
        await untilWoken()
      }
    } finally {
      await Promise.all(underWay)
      isRunning = false
      if (stopping.signal.aborted) await releaseHanded(clock())
    }
    // Their claims expire. The job's log needs the cause.
    if (failures.length > 0) throw failures[0]
  }

  const job: Transmissions['job'] = {
    name: `${schema}.transmit`,
    everySeconds: 1,
    run,
    isIdle: (now) => {
      polledAt = performance.now()
      return (
        handed.length === 0 &&
        !mustSweep(now) &&
        unread.size === 0 &&
        !due.values().some((byKind) => byKind.values().some((at) => at <= now))
      )
    },
    stop: () => {
      stopping.abort(new Error('The server is stopping.'))
      wake()
    },
  }
  return { job }
}

/** In whole seconds, so that a short run in simulated time has a single time. */
const clockSince = (startedAt: Date): (() => Date) => {
  const started = performance.now()
  return () => new Date(startedAt.getTime() + Math.floor((performance.now() - started) / 1_000) * 1_000)
}
