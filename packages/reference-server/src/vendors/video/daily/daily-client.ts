import type { Outgoing } from '../../../platform/egress/outgoing.ts'
import { createRequestThrottle, type Rate } from '../request-throttle.ts'
import { vendorUnavailable } from '../problems.ts'

export interface DailyClientOptions {
  readonly apiKey: string
  /** Default `https://api.daily.co/v1`. */
  readonly apiBase?: string
  /** The connections to it. */
  readonly outgoing: Pick<Outgoing, 'fetch'>
  /** Timeout of one attempt. Default 4000. */
  readonly timeoutMs?: number
  /** Timeout of the whole call, including queueing and retries. Default 15,000. */
  readonly deadlineMs?: number
  /** This process's share of Daily's ordinary limit: 20 a second, 100 in any 5 seconds. */
  readonly rate?: Rate
  /** Its share of the limit for deleting and listing rooms: 2 a second, 50 in any 30 seconds. */
  readonly slowRate?: Rate
}

/** An error response of Daily. `error` is Daily's stable code; its `info` may quote the request and is dropped. */
export class DailyRefusal extends Error {
  readonly status: number
  readonly error: string
  constructor(status: number, error: string) {
    super(`${status} ${error}`)
    this.name = 'DailyRefusal'
    this.status = status
    this.error = error
  }
}

export interface DailyCall {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Without the base URL. Names are encoded by the caller. */
  readonly path: string
  /** The path for the log: `/rooms/:name`. */
  readonly route: string
  readonly body?: unknown
  readonly slow?: boolean
  /** Cancels the call, e.g. because the server stops. */
  readonly signal?: AbortSignal
}

export interface DailyClient {
  /**
   * The JSON of the response. Throws DailyRefusal for a 4xx other than 429, and the Problem `vendor_unavailable` if Daily is unavailable.
   */
  call(call: DailyCall): Promise<Readonly<Record<string, unknown>>>
  /** The same for a response that is a list, bare or as `data`. */
  list(call: DailyCall): Promise<readonly unknown[]>
  /** Number of calls that wait for the slow limit. */
  readonly slowWaiting: number
}

const attempts = 4

// Full jitter (250 ms, 500 ms, 1 s at most): visits that failed together must not retry together.
const backoff = (attempt: number): number => Math.random() * 250 * 2 ** attempt

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })

const retryAfter = (response: Response): number | null => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 10) * 1000 : null
}

const readObject = async (response: Response): Promise<Readonly<Record<string, unknown>>> => {
  const value: unknown = await response.json()
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not a JSON object')
  return value as Record<string, unknown>
}

const readList = async (response: Response): Promise<readonly unknown[]> => {
  const value: unknown = await response.json()
  const list: unknown = Array.isArray(value) ? value : (value as { data?: unknown } | null)?.data
  if (!Array.isArray(list)) throw new TypeError('not a list')
  return list
}

const word = (value: unknown): string => (typeof value === 'string' && /^[a-z-]{1,40}$/.test(value) ? value : 'unnamed')

/**
 * Daily's REST API over fetch (docs.daily.co/docs/rest-api). Requests are throttled to Daily's limits. 429, 5xx and lost connections are
 * retried, which is safe because each call sets a state. One exception: in HIPAA mode, a room whose response was lost is created again;
 * the attempt finds both (find-rooms.ts), and the sweep deletes the extra one.
 */
export const createDailyClient = (options: DailyClientOptions): DailyClient => {
  const base = (options.apiBase ?? 'https://api.daily.co/v1').replace(/\/$/, '')
  const ordinary = createRequestThrottle(options.rate ?? { perSecond: 18, burst: 10 })
  const slow = createRequestThrottle(options.slowRate ?? { perSecond: 1.5, burst: 5 })

  const attempt = async ({ method, path, body }: DailyCall, deadline: AbortSignal): Promise<Response> =>
    options.outgoing.fetch(base + path, {
      method,
      headers: {
        authorization: `Bearer ${options.apiKey}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([deadline, AbortSignal.timeout(options.timeoutMs ?? 4000)]),
    })

  const request = async <T>(call: DailyCall, read: (response: Response) => Promise<T>): Promise<T> => {
    const throttle = call.slow ? slow : ordinary
    const timeout = AbortSignal.timeout(options.deadlineMs ?? 15_000)
    const deadline = call.signal === undefined ? timeout : AbortSignal.any([timeout, call.signal])
    let last = 'no answer'
    for (let tried = 0; tried < attempts; tried += 1) {
      try {
        if (tried > 0) await sleep(backoff(tried), deadline)
        const response = await throttle.run(() => attempt(call, deadline), deadline)
        if (response.ok) return await read(response)
        const refusal = await readObject(response).catch(() => ({}) as Record<string, unknown>)
        last = `${response.status} ${word(refusal['error'])}`
        if (response.status !== 429 && response.status < 500)
          throw new DailyRefusal(response.status, word(refusal['error']))
        if (response.status === 429) throttle.pause(retryAfter(response) ?? 1000)
      } catch (error) {
        if (error instanceof DailyRefusal) throw error
        if (deadline.aborted) break
        if (error instanceof Error) last = error.name
      }
    }
    throw vendorUnavailable(`daily ${call.method} ${call.route}: ${last}`)
  }

  return {
    get slowWaiting() {
      return slow.waiting
    },
    call: (call) => request(call, readObject),
    list: (call) => request(call, readList),
  }
}
