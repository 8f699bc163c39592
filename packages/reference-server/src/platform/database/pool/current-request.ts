import { AsyncLocalStorage } from 'node:async_hooks'
import { isInBackground } from './background.ts'

const storage = new AsyncLocalStorage<object>()
const background = {}
let underWay = 0

/** Runs a request: what it reads at the same time is one statement (`CombinedReads`), and commits wait for those of others. */
export const asRequest = async <A>(run: () => Promise<A>): Promise<A> => {
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
