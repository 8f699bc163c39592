import { AsyncLocalStorage } from 'node:async_hooks'

const storage = new AsyncLocalStorage<boolean>()

/** Runs what nobody waits for: deliveries, timers, transmissions. Where connections are scarce, people's requests go first. */
export const inBackground = <T>(run: () => T): T => storage.run(true, run)

/** For what background work and requests share: it is as urgent as the most urgent of those who wait for it. */
export const inForeground = <T>(run: () => T): T => storage.run(false, run)

export const isInBackground = (): boolean => storage.getStore() === true
