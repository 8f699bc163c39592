import ky, { isHTTPError, isTimeoutError } from 'ky'
import { isAttended } from './attended.ts'
import { joinSignals } from './join-signals.ts'
import { readProblem, readRetryAfter } from './read-problem.ts'
import type { TokenManager } from './token-manager.ts'
import { isProblem, VisitError } from './visit-error.ts'

/**
 * An HTTP method, with two kinds of POST that can be retried. `ask` reads, and sends its query in the body so that it is in no URL.
 * `repeat` carries an idempotency key, so that the server acts once. GET, PUT and DELETE are idempotent (RFC 9110, 9.2.2); POST and PATCH
 * are not.
 */
export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'ask' | 'repeat'

/** The last argument of every method of the client. */
export interface RequestOptions {
  /** Aborting rejects the call with the signal's reason. It does not undo what the server already did. */
  signal?: AbortSignal | undefined
  /**
   * Replaces the generated idempotency key, so that a caller can retry an operation across page loads. Only operations with an idempotency
   * key accept it.
   */
  idempotencyKey?: string | undefined
  /** Extra headers. `Authorization` is set by the client and cannot be replaced. */
  headers?: Readonly<Record<string, string>> | undefined
  /** The timeout of the whole call, including renewal and retries. Milliseconds. More than 10,000: also of one attempt. */
  timeoutMs?: number | undefined
  /** The request may outlive the page (`fetch` with `keepalive`): for the last message of a page that is closed. */
  keepalive?: boolean | undefined
}

export interface SendOptions extends RequestOptions {
  json?: unknown
  /** A body that is not JSON: a form or a file. */
  body?: BodyInit | undefined
  /** Lists are joined with commas, as the contract declares. */
  query?: object | undefined
  /** Returns the `Response` itself, to be read as it arrives, without retries and without a timeout. Abort `signal` when it has been read. */
  streaming?: boolean | undefined
}

/** Sends all requests of the client. Rejects with a `VisitError`, or with the reason of an aborted signal. */
export type Transport = <Answer>(verb: Verb, path: string, options?: SendOptions) => Promise<Answer>

export interface TransportOptions {
  /** The address of the server, without `/v1`. */
  baseUrl: string
  fetch?: typeof globalThis.fetch | undefined
  /** The timeout of a whole call. Milliseconds, default 30,000. */
  timeoutMs?: number | undefined
  /** Retries of a call that is safe to repeat. Default 2. */
  retries?: number | undefined
  /** Absent where each call carries its own credential, as at the token endpoint. */
  session?: Pick<TokenManager, 'token' | 'end'> | undefined
  /** Aborts every call in progress. */
  closing?: AbortSignal | undefined
}

const attemptMs = 10_000
const maxRetryAfterMs = 20_000
/** The statuses that ky retries by default. Here they also wait for `Retry-After`. */
const retriedStatuses = [408, 429, 500, 502, 503, 504]

/**
 * The only module that uses `ky`.
 *
 * @throws {TypeError} When `baseUrl` is not the address of a server.
 */
export function createTransport(options: TransportOptions): Transport {
  const { baseUrl, fetch, session, closing, timeoutMs = 30_000, retries = 2 } = options
  if (!isAddress(baseUrl)) throw new TypeError('baseUrl must be an address such as https://visits.example')
  const base = baseUrl.replace(/\/*$/, '/v1/')

  const call = async <Answer>(over: AbortSignal, verb: Verb, path: string, send: SendOptions) => {
    const { json, body, streaming } = send
    const method = verb === 'ask' || verb === 'repeat' ? 'post' : verb
    let timeout: AbortSignal | undefined
    const startTimeout = () => {
      timeout = streaming ? undefined : AbortSignal.timeout(send.timeoutMs ?? timeoutMs)
      return joinSignals([send.signal, closing, timeout], over)
    }
    let signal = startTimeout()
    const headers = new Headers(send.headers)
    // One key for the whole call: a retry after a renewal or a step-up is the same request.
    if (verb === 'repeat') headers.set('idempotency-key', send.idempotencyKey ?? crypto.randomUUID())
    // The server then does not extend the session.
    if (session && !isAttended()) headers.set('x-user-activity', 'none')
    let refused: string | undefined
    let hasStepUp: unknown
    // This loop is around ky and not in its hooks, which cannot send a request with a body a second time.
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
          // Keeps health information out of cookies, caches and referrers.
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          keepalive: !!send.keepalive,
          // A call that was given more time waits for one answer: made again, what takes long would never be done.
          timeout: !streaming && Math.max(attemptMs, send.timeoutMs ?? 0),
          retry: {
            limit: streaming || verb === 'post' || verb === 'patch' ? 0 : retries,
            methods: [method],
            afterStatusCodes: retriedStatuses,
            jitter: true,
            retryOnTimeout: true,
            // When `Retry-After` exceeds the timeout, fail at once and report the time.
            shouldRetry: ({ error }) =>
              isHTTPError(error) && (readRetryAfter(error.response.headers) ?? 0) > maxRetryAfterMs ? false : undefined,
          },
        })
        return (streaming ? response : await readBody(response)) as Answer
      } catch (error) {
        const problem = toVisitError(error, signal, timeout, !!response)
        if (isProblem(problem, 'session_ended')) session?.end()
        if (session && !hasStepUp && isProblem(problem, 'step_up_required')) {
          // The step-up of a person does not count toward the timeout: the time starts again.
          hasStepUp = await session.token('', 'step-up', problem.signIn)
          signal = startTimeout()
        } else if (refused || !token || !isProblem(problem, 'token_expired', 'session_expired')) throw problem
        else refused = token
      }
    }
  }
  return <Answer>(verb: Verb, path: string, send: SendOptions = {}) => {
    const over = new AbortController()
    return call<Answer>(over.signal, verb, path, send).finally(() => send.streaming || over.abort())
  }
}

/** In a page the address may be a path of its origin; elsewhere it must be absolute. `URL.canParse` is missing below Safari 17. */
function isAddress(url: string): boolean {
  try {
    return /^(https?:\/)?\//i.test(url) && !!new URL(url, globalThis.location?.href)
  } catch {
    return false
  }
}

/**
 * Keeps nothing of ky's own errors: their messages and requests contain the URL. A programming error, in this package or in a `fetch` that
 * was passed in, is returned unchanged. ky marks the TypeErrors of a broken connection, except while a response body is read.
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

/** Reads JSON as its value, an empty body as `undefined`, and every other type (a PDF, a calendar file) as a `Blob`. */
async function readBody(response: Response): Promise<unknown> {
  if (!/json|^$/.test(response.headers.get('content-type') ?? '')) return response.blob()
  const text = await response.text()
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    throw readProblem(response)
  }
}

/** Lets one caller abort while the work continues for the others. The signal belongs to this call. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', reject)
    if (signal.aborted) reject()
    work.then(resolve, reject)
  })
}
