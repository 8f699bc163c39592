import { isMainThread } from 'node:worker_threads'

/** What a thread may do: report where it ran, fail, give up, or never end. */
export const whereItRan = (): Uint8Array => Uint8Array.of(isMainThread ? 1 : 0)
export const fails = (): never => {
  throw new Error('CANARY of a patient')
}
export const givesUp = (): null => null
export const neverEnds = (): void => {
  for (;;);
}
