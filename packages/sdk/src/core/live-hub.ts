import { matches, type LiveFilter, type LiveMessage } from './live-message.ts'

export type LiveHandler = (message: LiveMessage) => void

/** Dispatches messages to subscribers, independent of the network. */
export interface LiveHub {
  readonly subscribe: (filter: LiveFilter, handler: LiveHandler, signal?: AbortSignal) => () => void
  /** Dispatches a message once: the stream delivers at least once. */
  readonly deliver: (message: LiveMessage) => void
}

/** Number of messages remembered to drop duplicates: far more than arrive between a break and its resumption. */
const rememberedMessages = 512

/** @param onCount - Called with the number of subscriptions on each change. */
export function createLiveHub(onCount: (count: number) => void = () => {}): LiveHub {
  const subscriptions = new Map<object, { filter: LiveFilter; handler: LiveHandler }>()
  const seen = new Set<string>()

  const isRepeated = ({ type, cursor }: LiveMessage): boolean => {
    // The server stores neither type, so both carry the cursor of the message before them.
    if (!cursor || type === 'signal' || type === 'resync') return false
    const key = `${cursor} ${type}`
    if (seen.has(key)) return true
    seen.add(key)
    if (seen.size > rememberedMessages) seen.delete(seen.values().next().value as string)
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
      // A copy: a subscription that a handler adds begins with the next message.
      const current = [...subscriptions.values()]
      for (const { filter, handler } of current) {
        if (!matches(filter, message)) continue
        try {
          handler(message)
        } catch (error) {
          // As with DOM events, an error in one handler is reported and the others are still called.
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
  }
}
