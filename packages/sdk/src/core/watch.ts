import type { LiveHub } from './live-hub.ts'
import type { LiveIds, LiveTypePattern } from './live-message.ts'
import { isProblem } from './visit-error.ts'

/** State that is read, and read again on every event about it. */
export interface Watch<T> extends AsyncIterable<T> {
  /**
   * Calls `next` with the current state and with each new state after a change, never twice with the same one. Calls `failed` with the
   * error of each read that fails; transient failures are retried.
   *
   * @returns Ends the subscription. Nothing is read while there is no subscription.
   */
  subscribe(next: (value: T) => void, failed?: (error: unknown) => void): () => void
  /** Reads again now. */
  refresh(): void
  /** Ends all subscriptions and all loops over the watch. */
  stop(): void
}

export interface WatchOptions {
  /** Live messages after which the state is read again: `visit.changed`, `visit.*`. */
  on: readonly LiveTypePattern[]
  /** Only messages with these ids. */
  ids?: LiveIds | undefined
  /** Aborting is the same as `stop()`. */
  signal?: AbortSignal | undefined
}

/** Reads state. Pass the signal on, so that a read in progress can be aborted. */
export type Read<T> = (options: { signal: AbortSignal }) => Promise<T>

/** Milliseconds. A burst of changes causes one read. Clients that must all read again spread their reads over the `resync` time. */
const times = { burst: 200, resync: 2_000, retry: 2_000, maxRetry: 60_000 }

export function createWatch<T>(hub: Pick<LiveHub, 'subscribe'>, read: Read<T>, options: WatchOptions): Watch<T> {
  const { on, ids, signal } = options
  type Subscriber = { next: (value: T) => void; failed?: ((error: unknown) => void) | undefined; ended?: () => void }
  const subscribers = new Set<Subscriber>()
  let latestText: { value: T; text: string | undefined } | undefined
  let reading: AbortController | undefined
  let stale = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let unsubscribe: (() => void) | undefined

  const schedule = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), milliseconds)
  }

  const run = async (): Promise<void> => {
    clearTimeout(timer)
    if (reading) {
      stale = true
      return
    }
    const thisRun = (reading = new AbortController())
    stale = false
    try {
      const value = await read({ signal: thisRun.signal })
      if (thisRun.signal.aborted) return
      failures = 0
      const text = JSON.stringify(value)
      if (latestText && latestText.text === text) return
      latestText = { value, text }
      subscribers.forEach(({ next }) => next(value))
    } catch (error) {
      if (thisRun.signal.aborted) return
      if (isTransient(error)) schedule(Math.random() * Math.min(times.maxRetry, times.retry * 2 ** failures++))
      subscribers.forEach(({ failed }) => failed?.(error))
    } finally {
      if (reading === thisRun) reading = undefined
      if (stale && unsubscribe) schedule(times.burst)
    }
  }

  const pause = () => {
    clearTimeout(timer)
    unsubscribe?.()
    reading?.abort()
    unsubscribe = reading = latestText = undefined
  }

  const stop = () => {
    const ended = [...subscribers]
    subscribers.clear()
    pause()
    ended.forEach((subscriber) => subscriber.ended?.())
  }
  signal?.addEventListener('abort', stop, { once: true })

  const join = (subscriber: Subscriber): (() => void) => {
    if (signal?.aborted) {
      subscriber.ended?.()
      return () => {}
    }
    subscribers.add(subscriber)
    if (!unsubscribe) {
      unsubscribe = hub.subscribe({ types: [...on, 'resync'], ids }, ({ type, cursor }) => {
        if (type === 'resync' && cursor) schedule(Math.random() * times.resync)
        else void run()
      })
      void run()
    } else if (latestText) {
      const { value } = latestText
      queueMicrotask(() => subscribers.has(subscriber) && subscriber.next(value))
    }
    return () => {
      if (subscribers.delete(subscriber) && !subscribers.size) pause()
    }
  }

  /** A reader that is slower than the changes gets the newest state, not all of them. */
  async function* iterate(): AsyncGenerator<T, void, undefined> {
    let event: { value: T } | { error: unknown } | 'ended' | undefined
    let resolveNext = () => {}
    const wakeNext = (what: typeof event) => {
      event = what
      resolveNext()
    }
    const end = join({
      next: (value) => wakeNext({ value }),
      // A transient failure does not end a loop that has yielded a state: the next read may succeed.
      failed: (error) => (latestText && isTransient(error)) || wakeNext({ error }),
      ended: () => wakeNext('ended'),
    })
    try {
      for (;;) {
        if (!event) await new Promise<void>((resolve) => (resolveNext = resolve))
        const happened = event
        event = undefined
        if (happened === 'ended') return
        if (happened && 'error' in happened) throw happened.error
        if (happened) yield happened.value
      }
    } finally {
      end()
    }
  }

  return {
    subscribe: (next, failed) => join({ next, failed }),
    refresh: () => void (unsubscribe && run()),
    stop,
    [Symbol.asyncIterator]: iterate,
  }
}

/** True for failures that may pass: no response, too many requests, or an error of the server. */
function isTransient(error: unknown): boolean {
  return (
    isProblem(error) &&
    (error.status === 0 || error.status === 429 || error.status >= 500) &&
    error.code !== 'session_ended'
  )
}
