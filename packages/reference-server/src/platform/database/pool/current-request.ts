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
let inStep = { begun: 0, together: 0 }
let inStepBefore = inStep
let lastBegunAt = -Infinity

const countUntil = (now: number): void => {
  const steps = Math.floor((now - stepBeganAt) / step)
  if (steps === 0) return
  const none = { begun: 0, together: 0 }
  inStepBefore = steps === 1 ? inStep : none
  inStep = none
  stepBeganAt = now
}

/** Runs a request: what it reads at the same time is one statement (`CombinedReads`), and commits wait for those of others. */
export const asRequest = async <A>(run: () => Promise<A>): Promise<A> => {
  lastBegunAt = performance.now()
  countUntil(lastBegunAt)
  inStep.begun += 1
  if (underWay > 0) inStep.together += 1
  underWay += 1
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

/**
 * Whether requests arrive so often that one more soon does. Many requests of which none began while another was under way are of one program
 * that sends one after the other: it sends no more until this one is answered.
 */
export const isBusy = (): boolean => {
  countUntil(performance.now())
  return [inStep, inStepBefore].some(({ begun, together }) => begun >= manyInStep && together > 0)
}

/** Since the last request of this process began. Milliseconds. */
export const sinceLastRequest = (): number => performance.now() - lastBegunAt
