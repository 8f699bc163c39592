import { inBackground, inForeground } from '../database/pool/background.ts'
import { outsideTransaction } from '../database/pool/transaction-context.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'

/** The result of one step: poll again at once, soon (a transaction is about to end), or when woken or after the idle time. */
export type StepOutcome = 'more' | 'soon' | 'nothing'

export interface PollingLoopOptions {
  readonly name: string
  /** Does one page of work. A rejection is logged and retried with backoff. */
  readonly step: () => Promise<StepOutcome>
  readonly idle: number
  readonly log: Logger
  /** True if a request waits for the result. Otherwise it runs in the background. */
  readonly isForeground?: boolean
}

const soon = 5
const longestPause = 10_000

/** A loop that runs while there is work and sleeps otherwise. Loops do not wait for each other. */
export interface PollingLoop {
  start(): void
  wake(): void
  /** Polls again, and resolves when a step that began after the call found nothing. */
  drain(): Promise<void>
  /** Waits for the step under way and starts no other. */
  stop(): Promise<void>
}

export const createPollingLoop = ({ name, step, idle, log, isForeground = false }: PollingLoopOptions): PollingLoop => {
  let running: Promise<void> | null = null
  let stopped = false
  let woken = false
  let endSleep: (() => void) | null = null
  let awaitingDrain: (() => void)[] = []

  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopped) return resolve()
      const timer = setTimeout(resolve, milliseconds)
      timer.unref()
      endSleep = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const loop = async (): Promise<void> => {
    let failures = 0
    while (!stopped) {
      woken = false
      const draining = awaitingDrain
      awaitingDrain = []
      try {
        const found = await step()
        failures = 0
        if (found === 'nothing') for (const resolve of draining) resolve()
        else awaitingDrain.push(...draining)
        if (found !== 'more') await sleep(found === 'soon' ? soon : idle)
      } catch (error) {
        failures += 1
        awaitingDrain.push(...draining)
        log.warn('delivery paused', { name, count: failures, ...describeError(error) })
        woken = false
        await sleep(Math.min(100 * 2 ** failures, longestPause))
      }
    }
  }

  const wake = (): void => {
    woken = true
    endSleep?.()
  }

  return {
    start: () => {
      running ??= outsideTransaction(() => (isForeground ? inForeground : inBackground)(loop))
    },
    wake,
    drain: () => {
      if (stopped || !running) return Promise.resolve()
      return new Promise((resolve) => {
        awaitingDrain.push(resolve)
        wake()
      })
    },
    stop: async () => {
      stopped = true
      endSleep?.()
      await running
      for (const resolve of awaitingDrain) resolve()
    },
  }
}
