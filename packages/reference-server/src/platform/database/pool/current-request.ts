import { AsyncLocalStorage } from 'node:async_hooks'
import { isInBackground } from './background.ts'

const storage = new AsyncLocalStorage<object>()
const background = {}
let underWay = 0

/** Requests are counted in steps of this length. Milliseconds. */
const step = 100
/** More than people at a few screens cause: with as many in a step, others are soon to come. */
const manyInStep = 6
/** On the monotonic clock. */
let stepBeganAt = -Infinity
let begunInStep = 0
let begunInStepBefore = 0
let lastBegunAt = -Infinity

const countUntil = (now: number): void => {
  const steps = Math.floor((now - stepBeganAt) / step)
  if (steps === 0) return
  begunInStepBefore = steps === 1 ? begunInStep : 0
  begunInStep = 0
  stepBeganAt = now
}

/** Runs a request: what it reads at the same time is one statement (`CombinedReads`), and commits wait for those of others. */
export const asRequest = async <A>(run: () => Promise<A>): Promise<A> => {
  underWay += 1
  lastBegunAt = performance.now()
  countUntil(lastBegunAt)
  begunInStep += 1
  try {
    return await storage.run({}, run)
  } finally {
    underWay -= 1
  }
}

/** What the reads of one request have in common, and those of background work. Null for others. */
export const currentRequest = (): object | null => (isInBackground() ? background : (storage.getStore() ?? null))

/** Requests of this process that are not answered yet. */
export const requestsUnderWay = (): number => underWay

/** Whether requests arrive so often that one more soon does. */
export const isBusy = (): boolean => {
  countUntil(performance.now())
  return Math.max(begunInStep, begunInStepBefore) >= manyInStep
}

/** Since the last request of this process began. Milliseconds. */
export const sinceLastRequest = (): number => performance.now() - lastBegunAt
