import { createLiveConnection, type LiveConnectionOptions, type LiveState } from './live-connection.ts'
import { createLiveHub, type LiveHandler, type LiveHub } from './live-hub.ts'
import type { LiveFilter } from './live-message.ts'
import { path } from './path.ts'
import type { RequestOptions } from './transport.ts'
import { createWatch, type Read, type Watch, type WatchOptions } from './watch.ts'

/** The one live connection of a client, shared by all subscriptions. Opens with the first one. */
export interface Live {
  readonly state: LiveState
  /** @returns Ends the subscription. */
  onState(listener: (state: LiveState) => void): () => void
  /**
   * Sends data to the other browsers in a visit's room, over the socket or, where sockets are blocked, with a request. They receive it
   * through `watch()` as a message of type `signal`.
   *
   * @param to - The id of a seat; everyone else in the room when `undefined`.
   * @param data - Any JSON value of at most 16 KB.
   */
  sendSignal(visitId: string, to: string | undefined, data: unknown, options?: RequestOptions): Promise<void>
}

/** Two ways to follow changes. */
export interface WatchFunction {
  /**
   * Calls `handler` with every live message that matches the filter.
   *
   * @returns Ends the subscription.
   */
  (filter: LiveFilter, handler: LiveHandler, options?: { signal?: AbortSignal | undefined }): () => void
  /**
   * Reads state, and reads it again when a live message reports a possible change.
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
