import { AsyncLocalStorage } from 'node:async_hooks'

const storage = new AsyncLocalStorage<boolean>()

/** Runs background work: deliveries, timers, transmissions. If connections are scarce, requests go first. */
export const inBackground = <T>(run: () => T): T => storage.run(true, run)

/** For work that requests and background work share: it runs with the priority of a request. */
export const inForeground = <T>(run: () => T): T => storage.run(false, run)

export const isInBackground = (): boolean => storage.getStore() === true
