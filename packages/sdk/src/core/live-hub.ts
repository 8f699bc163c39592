import { matches, type LiveFilter, type LiveMessage } from './live-message.ts'

export type LiveHandler = (message: LiveMessage) => void

/** Who hears what. Knows nothing of the network. */
export interface LiveHub {
  subscribe(filter: LiveFilter, handler: LiveHandler, signal?: AbortSignal): () => void
  /** Passes a message on, once: the stream delivers at least once. */
  deliver(message: LiveMessage): void
}

/** So many messages are remembered: far more than arrive between a break and its resumption. */
const remembered = 512

/** @param onCount - Called with the number of subscriptions whenever it changes. */
export function createLiveHub(onCount: (count: number) => void = () => {}): LiveHub {
  const subscriptions = new Map<object, { filter: LiveFilter; handler: LiveHandler }>()
  const seen = new Set<string>()

  const isRepeated = ({ type, cursor }: LiveMessage): boolean => {
    // Signals are never stored, so they share the cursor of whatever came before them.
    if (!cursor || type === 'signal') return false
    if (seen.has(cursor)) return true
    seen.add(cursor)
    if (seen.size > remembered) seen.delete(seen.values().next().value as string)
    return false
  }

  return {
    subscribe: (filter, handler, signal) => {
      if (signal?.aborted) return () => {}
      const key = {}
      const leave = () => {
        signal?.removeEventListener('abort', leave)
        if (subscriptions.delete(key)) onCount(subscriptions.size)
      }
      signal?.addEventListener('abort', leave)
      subscriptions.set(key, { filter, handler })
      onCount(subscriptions.size)
      return leave
    },
    deliver: (message) => {
      if (isRepeated(message)) return
      for (const { filter, handler } of [...subscriptions.values()]) {
        if (!matches(filter, message)) continue
        try {
          handler(message)
        } catch (error) {
          // As with DOM events: one handler's fault is reported and the others still hear.
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
  }
}
