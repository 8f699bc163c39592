import { createLiveConnection, type LiveConnectionOptions, type LiveState } from './live-connection.ts'
import { createLiveHub, type LiveHandler, type LiveHub } from './live-hub.ts'
import type { LiveFilter } from './live-message.ts'
import { path } from './path.ts'
import type { RequestOptions } from './transport.ts'
import { createWatch, type Read, type Watch, type WatchOptions } from './watch.ts'

/** The one live connection of a client, shared by everything that watches. Opens with the first watcher. */
export interface Live {
  readonly state: LiveState
  /** @returns Ends the subscription. */
  onState(listener: (state: LiveState) => void): () => void
  /**
   * Hands something to the other browsers of a room, over the socket or, where sockets are blocked, with a request.
   * They receive it as a message `signal` through `watch()`.
   *
   * @param to - A seat's id; everyone else in the room when `undefined`.
   * @param data - Anything that JSON can hold, at most 16 KB.
   */
  sendSignal(visitId: string, to: string | undefined, data: unknown, options?: RequestOptions): Promise<void>
}

/** Two ways to follow what happens. */
export interface WatchFunction {
  /**
   * Calls `handler` with every live message that passes the filter.
   *
   * @returns Ends the subscription.
   */
  (filter: LiveFilter, handler: LiveHandler, options?: { signal?: AbortSignal | undefined }): () => void
  /**
   * Reads state and reads it again whenever a live message says that it may have changed.
   *
   * @example
   * const position = client.watch(({ signal }) => client.visits.queuePosition(visitId, { signal }), { on: ['queue.changed'] })
   * for await (const { position: number } of position) show(number)
   */
  <T>(read: Read<T>, options: WatchOptions): Watch<T>
}

export interface LiveParts {
  live: Live
  watch: WatchFunction
  close(): void
}

export function createLive(options: Omit<LiveConnectionOptions, 'hub'>): LiveParts {
  const hub = createLiveHub((count) => connection.setSubscriberCount(count))
  const connection = createLiveConnection({ ...options, hub })
  return {
    live: {
      get state() {
        return connection.state
      },
      onState: connection.onState,
      sendSignal: async (visitId, to, data, more) => {
        if (connection.send(JSON.stringify({ type: 'signal', visitId, to, data }))) return
        await options.transport('post', path`visits/${visitId}/signals`, { ...more, json: { to, data } })
      },
    },
    watch: createWatchFunction(hub),
    close: connection.close,
  }
}

export function createWatchFunction(hub: LiveHub): WatchFunction {
  return (<T>(what: LiveFilter | Read<T>, how: LiveHandler | WatchOptions, more?: { signal?: AbortSignal }) =>
    typeof what === 'function'
      ? createWatch(hub, what, how as WatchOptions)
      : hub.subscribe(what, how as LiveHandler, more?.signal)) as WatchFunction
}
