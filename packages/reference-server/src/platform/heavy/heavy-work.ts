import { createHash } from 'node:crypto'
import { Piscina } from 'piscina'
import type { Logger } from '../logging/logger.ts'
import { describeError } from '../logging/describe-error.ts'
import { Problem } from '../problems/problem.ts'
import { createFairQueue, type Asker, type QueueBounds } from './fair-queue.ts'
import { createKeptResults, type KeptBounds } from './kept-results.ts'

/** packs/policy/heavy-work.json. */
export interface HeavyWorkPolicy extends Omit<QueueBounds, 'atOnce'> {
  /** A piece of work that takes longer is ended, with its thread. */
  readonly secondsAtMost: number
  readonly kept: KeptBounds
  /** What is large in memory from its first byte, as a copy of a record with its files. */
  readonly large: QueueBounds
}

/** A function of a module that a thread runs. Its input is copied, so it holds only plain data. */
export interface HeavyTask {
  /** `new URL('./pdf-worker.ts', import.meta.url)`: the build finds it by this form. */
  readonly module: URL
  /** The name under which the module exports the function. It returns bytes, or null for an input that it cannot use. */
  readonly name: string
  readonly input: unknown
}

/** Work that takes a CPU for tens of milliseconds: documents and images. */
export interface HeavyWork {
  /**
   * Runs the task on a thread when it is the asker's turn. Refuses with 429 or 503 if too much waits. A task that still waits when
   * `disconnected` is aborted is dropped.
   */
  run(asker: Asker, task: HeavyTask, disconnected?: AbortSignal): Promise<Uint8Array | null>
  /**
   * As `run`, for a task whose result depends on its input only: the same input of an organization is worked on once. It is dropped when
   * everyone who waits for it has disconnected.
   */
  make(asker: Asker, task: HeavyTask, disconnected?: AbortSignal): Promise<Uint8Array>
  /**
   * Runs work that has much in memory when it is the asker's turn: a few at once in the process. It reads what it needs only
   * then. What it gives to a thread waits there as usual.
   */
  runLarge<T>(asker: Asker, work: () => Promise<T>, disconnected?: AbortSignal): Promise<T>
  /** Pieces of work that wait for a thread. */
  readonly waiting: number
  /** Pieces of large work that wait for their turn. */
  readonly largeWaiting: number
  /** Pieces of work that threads have finished. */
  readonly finished: number
  close(): Promise<void>
}

const idleMilliseconds = 60_000
/** A document of a thousand pages stays below it. A thread that needs more is ended, and the others go on. */
const threadMegabytes = 512

const keyOf = ({ organizationId }: Asker, { module, name, input }: HeavyTask): string =>
  createHash('sha256')
    .update(JSON.stringify([organizationId, module.href, name, input]))
    .digest('base64')

/** Threads behind one bounded, fair queue, so that no document delays the requests of others (docs/decisions/0039). */
export const createHeavyWork = ({
  threads,
  policy,
  logger,
}: {
  readonly threads: number
  readonly policy: HeavyWorkPolicy
  readonly logger: Logger
}): HeavyWork => {
  // The queue is ours, because it is fair; the pool has only what runs. Threads start when they are needed.
  const pool = new Piscina({
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMilliseconds,
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: threadMegabytes },
  })
  const queue = createFairQueue({ ...policy, atOnce: threads })
  const large = createFairQueue(policy.large)
  const kept = createKeptResults(policy.kept)
  let finished = 0

  const run: HeavyWork['run'] = (asker, { module, name, input }, disconnected) =>
    queue.run(
      asker,
      async () => {
        try {
          return (await pool.run(input, {
            filename: module.href,
            name,
            signal: AbortSignal.timeout(policy.secondsAtMost * 1_000),
          })) as Uint8Array | null
        } catch (error) {
          logger.error('heavy_work_failed', { name, ...describeError(error) })
          throw new Problem(503, 'overloaded', 'This could not be made in time. Try again shortly.', {
            headers: { 'retry-after': '5' },
            cause: error,
          })
        } finally {
          finished++
        }
      },
      disconnected,
    )

  return {
    run,
    make: (asker, task, disconnected) =>
      kept.get(
        keyOf(asker, task),
        async (abandoned) => {
          const made = await run(asker, task, abandoned)
          if (made === null) throw new Error(`${task.name} made nothing.`)
          return made
        },
        disconnected,
      ),
    runLarge: large.run,
    get waiting() {
      return queue.waiting
    },
    get largeWaiting() {
      return large.waiting
    },
    get finished() {
      return finished
    },
    close: () => pool.destroy(),
  }
}
