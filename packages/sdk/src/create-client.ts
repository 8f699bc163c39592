import { connect, type Connection, type SessionOptions } from './core/connect.ts'
import { createLive, type Live, type WatchFunction } from './core/live.ts'
import { refreshTokens } from './core/token-endpoint.ts'
import { createTogetherCalls } from './core/together.ts'
import { createTransport } from './core/transport.ts'
import { isProblem } from './core/visit-error.ts'
import { createResources, type Resources } from './generated/resources.ts'

export interface ClientOptions extends SessionOptions {
  /** Replaces the global `WebSocket`. */
  WebSocket?: typeof globalThis.WebSocket | undefined
}

/** The client of a page or a service. Holds its session in memory, never in the browser's storage. */
export interface VisitClient extends Resources, Omit<Connection, 'calls' | 'transport'> {
  /**
   * The same resources; their reads of one turn of the event loop are sent in one request. For a screen that reads many things at once. Each
   * read resolves or fails alone, as if it were sent alone. Only for reads with a JSON response; everything else is sent alone.
   *
   * @example
   * const { patients, conditions } = client.together
   * const [patient, problems] = await Promise.all([patients.get(id), conditions.ofPatient(id).page()])
   */
  readonly together: Resources
  /** Follows changes. All subscriptions share one connection. */
  readonly watch: WatchFunction
  readonly live: Live
  /** Calls the listener when the person is no longer signed in. @returns Ends the subscription. */
  onSessionEnded(listener: () => void): () => void
  /** Aborts the calls in progress, closes the live connection and discards the session. The client cannot be used afterwards. */
  close(): void
}

/** A client for one person, in a browser. */
export function createClient(options: ClientOptions): VisitClient {
  const endListeners = new Set<() => void>()
  const onSessionEnded = () => {
    options.onSessionEnded?.()
    endListeners.forEach((listener) => listener())
  }
  const { calls, transport, clearSession, stepUp, close } = connect(
    { ...options, onSessionEnded },
    async ({ last, ...request }) => {
      // A renewal is no fresh authentication of the person.
      if (last?.refreshToken && request.reason !== 'step-up') {
        try {
          return await refreshTokens(createTransport(options), last.refreshToken, last.clientId, request.signal)
        } catch (error) {
          // Refused permanently, also where pages may not renew at all: request the next session from the portal.
          if (!isProblem(error, 'invalid_grant', 'session_expired', 'invalid_client', 'unauthorized_client'))
            throw error
        }
      }
      const next = await options.getSession({ ...request, sessionId: last?.sessionId })
      // A step-up confirms the session and starts no other: its refresh token stays valid.
      return next
    },
  )
  const { baseUrl, WebSocket = globalThis.WebSocket } = options
  const live = createLive({ baseUrl, transport, WebSocket })
  return {
    ...createResources(calls),
    together: createResources(createTogetherCalls(transport)),
    live: live.live,
    watch: live.watch,
    onSessionEnded: (listener) => {
      endListeners.add(listener)
      return () => void endListeners.delete(listener)
    },
    clearSession,
    stepUp,
    close: () => {
      live.close()
      close()
    },
  }
}
