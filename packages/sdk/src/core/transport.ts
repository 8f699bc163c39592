import ky, { isHTTPError, isTimeoutError } from 'ky'
import { readProblem, readRetryAfter } from './read-problem.ts'
import type { TokenManager } from './token-manager.ts'
import { isProblem, VisitError } from './visit-error.ts'

/**
 * An HTTP method, with two kinds of POST that may be sent again. `ask` reads, so that what is asked for stands in no
 * URL. `repeat` carries an idempotency key, so that the server acts once however often it is sent. GET, PUT and DELETE
 * may be sent again by their nature (RFC 9110, 9.2.2); POST and PATCH may not.
 */
export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'ask' | 'repeat'

/** What every method of the client takes last. */
export interface RequestOptions {
  /** Aborting rejects the call with the signal's reason. What the server already did stays done. */
  signal?: AbortSignal | undefined
  /**
   * Replaces the key that the client would make up, so that a caller can repeat a call across page loads.
   * Only operations that are safe to repeat take one.
   */
  idempotencyKey?: string | undefined
  /** Extra headers. `Authorization` is the client's own and cannot be replaced. */
  headers?: Readonly<Record<string, string>> | undefined
  /** How long the whole call may take, renewal and retries included. Milliseconds. */
  timeoutMs?: number | undefined
}

export interface SendOptions extends RequestOptions {
  json?: unknown
  /** A body that is not JSON: a form, a file. */
  body?: BodyInit | undefined
  /** Lists are joined with commas, as the contract declares them. */
  query?: object | undefined
  /** Answers the `Response` itself, to be read as it arrives: neither retried nor timed. */
  streaming?: boolean | undefined
}

/** The one way out of the client. Rejects with a `VisitError`, or with the reason of an aborted signal. */
export type Transport = <Answer>(verb: Verb, path: string, options?: SendOptions) => Promise<Answer>

export interface TransportOptions {
  /** Where the server is, without `/v1`. */
  baseUrl: string
  fetch?: typeof globalThis.fetch | undefined
  /** Of a whole call. Default 30,000. */
  timeoutMs?: number | undefined
  /** Further attempts of a call that may be repeated. Default 2. */
  retries?: number | undefined
  /** Absent where calls carry their own proof, as at the token endpoint. */
  session?: Pick<TokenManager, 'token' | 'end'> | undefined
  /** Ends every call under way. */
  closing?: AbortSignal | undefined
}

const attemptMs = 10_000
const maxRetryAfterMs = 20_000
/** Sent again by ky's default; here they also wait as long as `Retry-After` asks. */
const retriedStatuses = [408, 429, 500, 502, 503, 504]

/**
 * The only place that knows `ky`.
 *
 * @throws {TypeError} When `baseUrl` is not the address of a server.
 */
export function createTransport(options: TransportOptions): Transport {
  const { baseUrl, fetch, session, closing, timeoutMs = 30_000, retries = 2 } = options
  // A page may name a path of its own origin; elsewhere the address is absolute.
  if (!/^(https?:\/)?\//i.test(baseUrl) || !URL.canParse(baseUrl, globalThis.location?.href))
    throw new TypeError('baseUrl must be an address such as https://visits.example')
  const base = baseUrl.replace(/\/*$/, '/v1/')

  return async <Answer>(verb: Verb, path: string, send: SendOptions = {}) => {
    const { json, body, streaming } = send
    const method = verb === 'ask' || verb === 'repeat' ? 'post' : verb
    let timeout: AbortSignal | undefined
    const startTimeout = () => {
      timeout = streaming ? undefined : AbortSignal.timeout(send.timeoutMs ?? timeoutMs)
      return AbortSignal.any([send.signal, closing, timeout].filter(Boolean) as AbortSignal[])
    }
    let signal = startTimeout()
    const headers = new Headers(send.headers)
    // One key for the whole call: a repeat after a renewal or a step-up is still the same wish.
    if (verb === 'repeat') headers.set('idempotency-key', send.idempotencyKey ?? crypto.randomUUID())
    let refused: string | undefined
    let hasStepUp: unknown
    // Around ky and not in its hooks: there a request with a body cannot be sent a second time.
    for (;;) {
      let token: string | undefined
      let response: Response | undefined
      try {
        if (session) {
          token = await unlessAborted(signal, session.token(refused))
          headers.set('authorization', `Bearer ${token}`)
        }
        response = await ky(base + path, {
          method,
          headers,
          signal,
          json,
          body: body as BodyInit,
          fetch: fetch as typeof globalThis.fetch,
          searchParams: send.query as Record<string, string>,
          // Health information is kept out of cookies, caches and referrers.
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          timeout: !streaming && attemptMs,
          retry: {
            limit: streaming || verb === 'post' || verb === 'patch' ? 0 : retries,
            methods: [method],
            afterStatusCodes: retriedStatuses,
            jitter: true,
            retryOnTimeout: true,
            // Waiting longer than the call may take helps nobody: fail at once and say for how long.
            shouldRetry: ({ error }) =>
              isHTTPError(error) && (readRetryAfter(error.response.headers) ?? 0) > maxRetryAfterMs ? false : undefined,
          },
        })
        return (streaming ? response : await readBody(response)) as Answer
      } catch (error) {
        const problem = toVisitError(error, signal, timeout, !!response)
        if (isProblem(problem, 'session_ended')) session?.end()
        if (session && !hasStepUp && isProblem(problem, 'step_up_required')) {
          // A person who proves who they are is not timed: the time begins again.
          hasStepUp = await session.token('', 'step-up')
          signal = startTimeout()
        } else if (refused || !token || !isProblem(problem, 'token_expired', 'session_expired')) throw problem
        else refused = token
      }
    }
  }
}

/**
 * Nothing of ky's own errors is kept: their messages and requests hold the URL. A fault in a program, ours or that of a
 * `fetch` that was handed in, stays the error that it is. ky has named apart the TypeErrors of a broken connection,
 * except while an answer is read.
 */
function toVisitError(
  error: unknown,
  { aborted, reason }: AbortSignal,
  timeout: AbortSignal | undefined,
  isReading: boolean,
): unknown {
  if (isProblem(error)) return error
  if (isHTTPError(error)) return readProblem(error.response, error.data)
  if (aborted && reason !== timeout?.reason) return reason
  if (aborted || isTimeoutError(error)) return new VisitError({ status: 0, code: 'timed_out' })
  return !isReading && /^(Type|Reference|Range|Syntax)Error$/.test((error as Error | undefined)?.name ?? '')
    ? error
    : new VisitError({ status: 0, code: 'connection_failed' })
}

/** JSON as what it says, nothing as `undefined`, every other type (a PDF, a calendar file) as a `Blob`. */
async function readBody(response: Response): Promise<unknown> {
  if (!/json|^$/.test(response.headers.get('content-type') ?? '')) return response.blob()
  const text = await response.text()
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    throw readProblem(response)
  }
}

/** Lets one caller leave while the work goes on for the others. The signal is this call's own. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', reject)
    if (signal.aborted) reject()
    work.then(resolve, reject)
  })
}
