import type { PlatformDatabase } from '../database/open/open-database.ts'
import type { Logger } from '../logging/logger.ts'
import { WitnessUnavailable, type Witness } from './witness.ts'
import { findCheckpointByNumber, listCheckpointsAfter } from './write-checkpoint.ts'

export interface WitnessState {
  /** `newer`: it has checkpoints that the database lacks. `differs`: it has another one with the same number. */
  readonly state: 'agrees' | 'unreachable' | 'newer' | 'differs' | 'not-asked'
  /** The last checkpoint that it is known to have; 0 for none. */
  readonly number: number
}

export interface PostCheckpoints {
  /** Compares the newest checkpoint of the witness with the database. An unreachable witness is reported, and stops nothing. */
  compare(): Promise<void>
  /** Posts what the witness does not have yet. */
  post(): Promise<void>
  state(): WitnessState
}

export interface PostCheckpointsOptions {
  readonly witness: Witness
  readonly database: PlatformDatabase
  readonly keyId: string
  readonly log: Logger
}

export const createPostCheckpoints = ({ witness, database, keyId, log }: PostCheckpointsOptions): PostCheckpoints => {
  let state: WitnessState['state'] = 'not-asked'
  let number = 0

  const become = (next: WitnessState['state'], code?: string): void => {
    const before = state
    state = next
    if (before === next) return
    if (next === 'unreachable')
      log.error('the witness of the audit ledger cannot be used; checkpoints wait for it', { ...(code && { code }) })
    else if (next !== 'agrees')
      log.error('the audit ledger does not match its witness; run audit verify', { reason: next, count: number })
    else if (before === 'unreachable') log.info('the witness of the audit ledger answers again')
  }
  const orUnreachable = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof WitnessUnavailable)) throw error
      become('unreachable', error.code)
    }
  }
  const isFault = (): boolean => state === 'newer' || state === 'differs'

  const compare = (): Promise<void> =>
    orUnreachable(async () => {
      const latest = await witness.latest(keyId)
      number = latest?.number ?? 0
      if (latest === null) return become('agrees')
      const ours = await findCheckpointByNumber(database.readerAcross('audit'), latest.number)
      become(ours === null ? 'newer' : ours.hash === latest.hash ? 'agrees' : 'differs')
    })

  return {
    compare,
    post: async () => {
      // Also after an outage: what is posted has to follow from what the witness has now.
      if (state === 'not-asked' || state === 'unreachable') await compare()
      if (isFault() || state === 'unreachable') return
      await orUnreachable(async () => {
        for (const checkpoint of await listCheckpointsAfter(database.readerAcross('audit'), number)) {
          if ((await witness.post(checkpoint)) === 'differs') return become('differs')
          number = checkpoint.number
        }
      })
    },
    state: () => ({ state, number }),
  }
}
