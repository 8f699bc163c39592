import { isMainThread } from 'node:worker_threads'

/** What a thread may do: report where it ran, wait, fail, give up, or never end. */
export const whereItRan = (): Uint8Array => Uint8Array.of(isMainThread ? 1 : 0)
/** Ends when the gate is not 0. */
export const waitsAt = (gate: SharedArrayBuffer): Uint8Array => {
  Atomics.wait(new Int32Array(gate), 0, 0)
  return Uint8Array.of(1)
}
export const fails = (): never => {
  throw new Error('CANARY of a patient')
}
export const givesUp = (): null => null
export const neverEnds = (): void => {
  for (;;);
}
