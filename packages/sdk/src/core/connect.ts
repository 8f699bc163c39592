import { createCalls, type Calls } from './calls.ts'
import { createTokenManager, type GetSession, type ObtainSession } from './token-manager.ts'
import { createTransport, type Transport } from './transport.ts'

export interface ConnectionOptions {
  /** Where the server is, without `/v1`: `https://visits.example`. */
  baseUrl: string
  /** How long one call may take, renewal and retries included. Milliseconds, default 30,000. */
  timeoutMs?: number | undefined
  /** Further attempts of a call that may be repeated. Default 2. */
  retries?: number | undefined
  /** Instead of the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined
}

export interface SessionOptions extends ConnectionOptions {
  /**
   * Fetches a session from the portal's own back end, for the person who is signed in there. Called when the first
   * call needs it and whenever it is used up, once for all calls that wait for it.
   */
  getSession: GetSession
  /** Called when nobody is signed in any more. */
  onSessionEnded?: (() => void) | undefined
}

/** What every client is made of: calls in the name of one session, kept in memory and never in the browser's storage. */
export interface Connection {
  readonly calls: Calls
  readonly transport: Transport
  /** Forgets the session and asks for another with the next call, as after a change of person. */
  readonly forgetSession: () => void
  /** Ends the calls under way and forgets the session. */
  readonly close: () => void
}

export function connect(options: SessionOptions, obtain: ObtainSession = options.getSession): Connection {
  const closing = new AbortController()
  const session = createTokenManager(obtain, closing.signal, options.onSessionEnded)
  const transport = createTransport({ ...options, session, closing: closing.signal })
  return {
    calls: createCalls(transport),
    transport,
    forgetSession: session.clear,
    close: () => {
      closing.abort()
      session.clear()
    },
  }
}
