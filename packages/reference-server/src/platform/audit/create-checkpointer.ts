import type { KeyObject } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { createPollingLoop } from '../jobs/polling-loop.ts'
import type { Logger } from '../logging/logger.ts'
import type { CheckpointFile } from './checkpoint-file.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { PlatformLedger } from './ledger.ts'
import { countUnlinked, linkAccesses, type WhenLocked } from './link-accesses.ts'
import {
  findCheckpointByNumber,
  listCheckpointsAfter,
  findLastCheckpoint,
  writeCheckpoint,
} from './write-checkpoint.ts'

/** Links new accesses into the chain and signs checkpoints. */
export interface Checkpointer {
  start(): Promise<void>
  /** Links and signs the remaining rows, then ends. */
  stop(): Promise<void>
  /** Links and signs everything that is committed. For tests, exports and `audit verify`. */
  checkpointNow(): Promise<void>
  state(): CheckpointerState
}
export interface CheckpointerState {
  readonly lastCheckpoint: Pick<Checkpoint, 'number' | 'at' | 'lastSequence'> | null
  /** Why signing has stopped: the database lacks a checkpoint that is in the checkpoint file. */
  readonly fault: 'checkpoint_missing' | 'checkpoint_differs' | null
}

export interface CheckpointerOptions {
  readonly database: PlatformDatabase
  readonly ledger: Pick<PlatformLedger, 'settle'>
  readonly key: KeyObject
  readonly file: CheckpointFile
  readonly clock: () => Date
  readonly log: Logger
}

const linkEvery = 1_000
const checkpointEvery = 60_000
const checkpointRows = 1_000
/** How long `checkpointNow` waits for older transactions to end. Milliseconds. */
const settlesWithin = 5_000

export const createCheckpointer = ({ database, ledger, key, file, clock, log }: CheckpointerOptions): Checkpointer => {
  let fault: CheckpointerState['fault'] = null
  let last: Checkpoint | null = null
  /** Monotonic clock of the process, unaffected by simulated time. */
  let lastAt = performance.now()
  let inFile = file.known.at(-1)?.number ?? 0
  let copying: Promise<void> = Promise.resolve()
  let compared: Promise<void> | undefined

  /**
   * A database that was truncated or replaced must not be signed. The file is authoritative, and an operator decides. Rows are still
   * linked.
   */
  const compareWithFile = async (): Promise<void> => {
    const db = database.readerAcross('audit')
    last = await findLastCheckpoint(db)
    const known = file.known.at(-1)
    if (!known) return
    const ours = await findCheckpointByNumber(db, known.number)
    fault = ours === null ? 'checkpoint_missing' : ours.hash === known.hash ? null : 'checkpoint_differs'
    if (fault)
      log.error('the audit ledger does not match its checkpoint file; run audit verify', {
        reason: fault,
        count: known.number,
      })
  }

  /** The database commits first. A checkpoint that did not reach the file is copied here, at the latest on the next start. */
  const copyToFile = (): Promise<void> => (copying = copying.then(copyMissing, copyMissing))
  const copyMissing = async (): Promise<void> => {
    for (const checkpoint of await listCheckpointsAfter(database.readerAcross('audit'), inFile)) {
      await file.append(checkpoint)
      inFile = checkpoint.number
    }
  }

  const sign = async (atLeast: number, whenLocked: WhenLocked = 'leave'): Promise<boolean> => {
    await (compared ??= compareWithFile())
    if (fault) return false
    const made = await writeCheckpoint(database, key, clock(), atLeast, whenLocked)
    if (made) {
      last = made
      lastAt = performance.now()
      await copyToFile()
    } else last = await findLastCheckpoint(database.readerAcross('audit'))
    return made !== null
  }

  const loop = createPollingLoop({
    name: 'sealer',
    idle: linkEvery,
    log,
    step: async () => {
      const { isFullPage, sequence } = await linkAccesses(database)
      const atLeast = performance.now() - lastAt >= checkpointEvery ? 1 : checkpointRows
      await (compared ??= compareWithFile())
      // Another process may have signed since, so that there is less to sign; never more.
      const isDue = sequence !== null && sequence - (last?.lastSequence ?? 0) >= atLeast
      const signed = isDue && (await sign(atLeast))
      return isFullPage || signed ? 'more' : 'nothing'
    },
  })

  const checkpointNow = async (): Promise<void> => {
    await ledger.settle()
    const until = performance.now() + settlesWithin
    while (
      (await linkAccesses(database, 'wait')).count > 0 ||
      ((await countUnlinked(database)) > 0 && performance.now() < until)
    )
      await wait(1)
    while (await sign(1, 'wait'));
  }

  return {
    start: async () => {
      await (compared ??= compareWithFile())
      if (!fault) await copyToFile()
      loop.start()
    },
    stop: async () => {
      await loop.stop()
      await checkpointNow()
      await file.close()
    },
    checkpointNow,
    state: () => ({
      lastCheckpoint: last && { number: last.number, at: last.at, lastSequence: last.lastSequence },
      fault,
    }),
  }
}
