import type { KeyObject } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { endAll } from '../end-all.ts'
import { createPollingLoop } from '../jobs/polling-loop.ts'
import type { Logger } from '../logging/logger.ts'
import type { CheckpointFile } from './checkpoint-file.ts'
import { keyIdOf, type Checkpoint } from './checkpoint.ts'
import type { PlatformLedger } from './ledger.ts'
import { createPostCheckpoints, type WitnessState } from './post-checkpoints.ts'
import type { Witness } from './witness.ts'
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
  /** Why signing has stopped: the database lacks a checkpoint that the file or the witness has, or has another one. */
  readonly fault: 'checkpoint_missing' | 'checkpoint_differs' | 'witness_newer' | 'witness_differs' | null
  /** Null without a witness. */
  readonly witness: WitnessState | null
}

export interface CheckpointerOptions {
  readonly database: PlatformDatabase
  readonly ledger: Pick<PlatformLedger, 'settle'>
  readonly key: KeyObject
  readonly file: CheckpointFile
  readonly witness?: Witness | undefined
  readonly clock: () => Date
  readonly log: Logger
}

const linkEvery = 1_000
const checkpointEvery = 60_000
/** How soon a new checkpoint is posted, and how often an unreachable witness is tried. Milliseconds. */
const witnessEvery = 2_000
const checkpointRows = 1_000
/** How long `checkpointNow` waits for older transactions to end. Milliseconds. */
const settlesWithin = 5_000

export const createCheckpointer = ({
  database,
  ledger,
  key,
  file,
  witness,
  clock,
  log,
}: CheckpointerOptions): Checkpointer => {
  const posting = witness && createPostCheckpoints({ witness, database, keyId: keyIdOf(key), log })
  let fileFault: 'checkpoint_missing' | 'checkpoint_differs' | null = null
  const faultNow = (): CheckpointerState['fault'] => {
    const state = posting?.state().state
    return fileFault ?? (state === 'newer' ? 'witness_newer' : state === 'differs' ? 'witness_differs' : null)
  }
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
    await posting?.compare()
    const known = file.known.at(-1)
    if (!known) return
    const ours = await findCheckpointByNumber(db, known.number)
    fileFault = ours === null ? 'checkpoint_missing' : ours.hash === known.hash ? null : 'checkpoint_differs'
    if (fileFault)
      log.error('the audit ledger does not match its checkpoint file; run audit verify', {
        reason: fileFault,
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
    if (faultNow()) return false
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

  /** Of its own: a witness that does not answer must not delay the links. */
  const witnessLoop =
    posting &&
    createPollingLoop({
      name: 'witness',
      idle: witnessEvery,
      log,
      step: async () => {
        await (compared ??= compareWithFile())
        await posting.post()
        return 'nothing'
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
    await posting?.post()
  }

  return {
    start: async () => {
      await (compared ??= compareWithFile())
      if (!fileFault) await copyToFile()
      loop.start()
      witnessLoop?.start()
    },
    stop: () => endAll([() => loop.stop(), () => witnessLoop?.stop(), checkpointNow, () => file.close()]),
    checkpointNow,
    state: () => ({
      lastCheckpoint: last && { number: last.number, at: last.at, lastSequence: last.lastSequence },
      fault: faultNow(),
      witness: posting?.state() ?? null,
    }),
  }
}
