import { connect, type Connection, type SessionOptions } from './core/connect.ts'
import { createLive, type Live, type WatchFunction } from './core/live.ts'
import { refreshTokens } from './core/token-endpoint.ts'
import { createTransport } from './core/transport.ts'
import { isProblem } from './core/visit-error.ts'
import { createResources, type Resources } from './generated/resources.ts'

export interface ClientOptions extends SessionOptions {
  /** Instead of the global `WebSocket`. */
  WebSocket?: typeof globalThis.WebSocket | undefined
}

/** Everything a page or a service can do. Holds its session in memory, never in the browser's storage. */
export interface VisitClient extends Resources, Omit<Connection, 'calls' | 'transport'> {
  /** Follows what happens, with one connection for all that do. */
  readonly watch: WatchFunction
  readonly live: Live
  /** Hears that nobody is signed in any more. @returns Ends the subscription. */
  onSessionEnded(listener: () => void): () => void
  /** Ends the calls under way and the live connection, and forgets the session. The client is of no use afterwards. */
  close(): void
}

/** A client for one person, in a browser. */
export function createClient(options: ClientOptions): VisitClient {
  const endListeners = new Set<() => void>()
  const onSessionEnded = () => {
    options.onSessionEnded?.()
    endListeners.forEach((listener) => listener())
  }
  const { calls, transport, forgetSession, close } = connect(
    { ...options, onSessionEnded },
    async ({ last, ...request }) => {
      // Renewing proves nothing new about the person.
      if (last?.refreshToken && request.reason !== 'step-up') {
        try {
          return await refreshTokens(createTransport(options), last.refreshToken, last.clientId, request.signal)
        } catch (error) {
          // Refused for good, also where pages may not renew at all: the portal is asked for the next one.
          if (!isProblem(error, 'invalid_grant', 'session_expired', 'invalid_client', 'unauthorized_client'))
            throw error
        }
      }
      const next = await options.getSession({ ...request, sessionId: last?.sessionId })
      // A step-up confirms the session and begins no other: what renews it goes on renewing it.
      return next
    },
  )
  const { baseUrl, WebSocket = globalThis.WebSocket } = options
  const live = createLive({ baseUrl, transport, WebSocket })
  return {
    ...createResources(calls),
    live: live.live,
    watch: live.watch,
    onSessionEnded: (listener) => {
      endListeners.add(listener)
      return () => void endListeners.delete(listener)
    },
    forgetSession,
    close: () => {
      live.close()
      close()
    },
  }
}
