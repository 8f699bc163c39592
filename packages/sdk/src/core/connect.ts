import type { SignInStrength } from '../generated/models.ts'
import { createCalls, type Calls } from './calls.ts'
import { createTokenManager, type GetSession, type ObtainSession } from './token-manager.ts'
import { createTransport, type Transport } from './transport.ts'

export interface ConnectionOptions {
  /** The address of the server without `/v1`: `https://visits.example`. */
  baseUrl: string
  /** The timeout of one call, including renewal and retries. Milliseconds, default 30,000. */
  timeoutMs?: number | undefined
  /** Retries of a call that is safe to repeat. Default 2. */
  retries?: number | undefined
  /** Replaces the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined
}

export interface SessionOptions extends ConnectionOptions {
  /**
   * Fetches a session from the portal's own back end for the person who is signed in there. Called when the first call needs a session and
   * each time it expires, once for all calls that wait for it.
   */
  getSession: GetSession
  /** Called when the person is no longer signed in. */
  onSessionEnded?: (() => void) | undefined
}

/** The base of every client: calls with one session, which is kept in memory and never in the browser's storage. */
export interface Connection {
  readonly calls: Calls
  readonly transport: Transport
  /** Discards the session. The next call requests another, as after a change of person. */
  readonly clearSession: () => void
  /**
   * Has the person sign in again, with the strength that `neededSignIn` of the session names, and confirms the session with it. Calls that
   * fail with `step_up_required` do so by themselves.
   */
  readonly stepUp: (signIn?: SignInStrength) => Promise<void>
  /** Aborts the calls in progress and discards the session. */
  readonly close: () => void
}

export function connect(options: SessionOptions, obtain: ObtainSession = options.getSession): Connection {
  const closing = new AbortController()
  const session = createTokenManager(obtain, closing.signal, options.onSessionEnded)
  const transport = createTransport({ ...options, session, closing: closing.signal })
  return {
    calls: createCalls(transport),
    transport,
    clearSession: session.clear,
    stepUp: async (signIn) => void (await session.token('', 'step-up', signIn)),
    close: () => {
      closing.abort()
      session.clear()
    },
  }
}
