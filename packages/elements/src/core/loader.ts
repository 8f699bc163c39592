import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { toProblem, type Problem } from './problem.ts'

/** The state of an asynchronous task. */
export type Loading<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly problem: Problem }

/**
 * One asynchronous task of an element. A new run replaces the one before: its response is ignored and its request aborted, so that
 * responses never arrive out of order. Disconnecting the element aborts the task.
 */
export class Loader<T> implements ReactiveController {
  #host: ReactiveControllerHost
  #abort: AbortController | null = null
  #now: Loading<T> = { state: 'idle' }

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get now(): Loading<T> {
    return this.#now
  }

  get value(): T | undefined {
    return this.#now.state === 'ready' ? this.#now.value : undefined
  }

  get problem(): Problem | undefined {
    return this.#now.state === 'failed' ? this.#now.problem : undefined
  }

  get busy(): boolean {
    return this.#now.state === 'loading'
  }

  /**
   * Runs the task and resolves with its value, or with undefined when it failed or was replaced. Never rejects.
   * @param quietly - Keeps showing the last value while the new one is loading.
   */
  async run(work: (signal: AbortSignal) => Promise<T>, { quietly = false } = {}): Promise<T | undefined> {
    this.#abort?.abort()
    const abort = (this.#abort = new AbortController())
    if (!quietly || this.#now.state !== 'ready') this.#set({ state: 'loading' })
    try {
      const value = await work(abort.signal)
      if (abort.signal.aborted) return undefined
      this.#set({ state: 'ready', value })
      return value
    } catch (error) {
      if (!abort.signal.aborted) this.#set({ state: 'failed', problem: toProblem(error) })
      return undefined
    }
  }

  /** Sets a value from another source, e.g. the response of a write. */
  set(value: T): void {
    this.#abort?.abort()
    this.#set({ state: 'ready', value })
  }

  /** Resets to the initial state: aborts the task and discards its value. */
  reset(): void {
    this.#abort?.abort()
    this.#abort = null
    this.#set({ state: 'idle' })
  }

  hostDisconnected(): void {
    this.#abort?.abort()
    if (this.#now.state === 'loading') this.#now = { state: 'idle' }
  }

  #set(next: Loading<T>): void {
    this.#now = next
    this.#host.requestUpdate()
  }
}
