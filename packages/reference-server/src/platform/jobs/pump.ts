import { inBackground, inForeground } from '../database/pool/background.ts'
import { outsideTransaction } from '../database/pool/transaction-context.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'

/** What one look found: whether to look again at once, soon (something is about to settle), or only when woken or after a while. */
export type Found = 'more' | 'soon' | 'nothing'

export interface PumpOptions {
  readonly name: string
  /** Does one page of work. A rejection is logged and tried again with growing pauses. */
  readonly step: () => Promise<Found>
  readonly idle: number
  readonly log: Logger
  /** Whether somebody waits for what it does, as for the answer to a request. Otherwise it runs in the background. */
  readonly isAwaited?: boolean
}

const soon = 5
const longestPause = 10_000

/** A loop that works while there is something to do and sleeps otherwise. One loop never waits for another. */
export interface Pump {
  start(): void
  wake(): void
  /** Looks again, and resolves when a look that began after the call found nothing. */
  quiet(): Promise<void>
  /** Lets the step under way finish and starts no other. */
  stop(): Promise<void>
}

export const createPump = ({ name, step, idle, log, isAwaited = false }: PumpOptions): Pump => {
  let running: Promise<void> | null = null
  let stopped = false
  let woken = false
  let rouse: (() => void) | null = null
  let awaitingQuiet: (() => void)[] = []

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopped) return resolve()
      const timer = setTimeout(resolve, milliseconds)
      timer.unref()
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const loop = async (): Promise<void> => {
    let failures = 0
    while (!stopped) {
      woken = false
      const asked = awaitingQuiet
      awaitingQuiet = []
      try {
        const found = await step()
        failures = 0
        if (found === 'nothing') for (const resolve of asked) resolve()
        else awaitingQuiet.push(...asked)
        if (found !== 'more') await sleep(found === 'soon' ? soon : idle)
      } catch (error) {
        failures += 1
        awaitingQuiet.push(...asked)
        log.warn('delivery paused', { name, count: failures, ...describeError(error) })
        woken = false
        await sleep(Math.min(100 * 2 ** failures, longestPause))
      }
    }
  }

  const wake = (): void => {
    woken = true
    rouse?.()
  }

  return {
    start: () => {
      running ??= outsideTransaction(() => (isAwaited ? inForeground : inBackground)(loop))
    },
    wake,
    quiet: () => {
      if (stopped || !running) return Promise.resolve()
      return new Promise((resolve) => {
        awaitingQuiet.push(resolve)
        wake()
      })
    },
    stop: async () => {
      stopped = true
      rouse?.()
      await running
      for (const resolve of awaitingQuiet) resolve()
    },
  }
}
