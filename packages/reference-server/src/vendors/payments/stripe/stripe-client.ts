import type { Outgoing } from '../../../platform/egress/outgoing.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import { ProcessorRefusal } from '../problems.ts'
import { encodeForm, type FormValue } from './encode-form.ts'

export interface StripeClientOptions {
  readonly apiKey: string
  /** Default `https://api.stripe.com`. */
  readonly apiBase?: string
  /** The connections to it. */
  readonly outgoing: Pick<Outgoing, 'fetch'>
  /** For one attempt. Default 8000. */
  readonly timeoutMs?: number
  /** Throws unless the processor may be used. Called before anything is sent. */
  readonly permit: () => Promise<void>
}

export interface StripeCall {
  readonly method: 'GET' | 'POST'
  /** Path segments, encoded by this client. */
  readonly path: readonly string[]
  readonly query?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, FormValue>>
  readonly idempotencyKey?: string
}

export type StripeClient = (call: StripeCall, signal: AbortSignal) => Promise<unknown>

const maxResponseBytes = 256 * 1024

/** Stripe's stable codes. Other text may quote what was sent. */
const word = (value: unknown): string => (typeof value === 'string' && /^[a-z_]{1,60}$/.test(value) ? value : 'unnamed')

/**
 * Stripe's REST API over fetch (docs.stripe.com/api): one attempt per call. The transmission retries with the same idempotency key, so
 * that retries of several layers do not multiply.
 */
export const createStripeClient = ({
  apiKey,
  apiBase,
  outgoing,
  timeoutMs,
  permit,
}: StripeClientOptions): StripeClient => {
  const base = (apiBase ?? 'https://api.stripe.com').replace(/\/$/, '')
  return async ({ method, path, query, form, idempotencyKey }, signal) => {
    await permit()
    const search = query === undefined ? '' : `?${encodeForm(query)}`
    const response = await outgoing
      .fetch(`${base}/v1/${path.map(encodeURIComponent).join('/')}${search}`, {
        method,
        headers: {
          authorization: `Bearer ${apiKey}`,
          accept: 'application/json',
          ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        ...(form === undefined ? {} : { body: encodeForm(form) }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs ?? 8000)]),
      })
      .catch((error: unknown) => {
        if (error instanceof PartnerUnavailable) throw error
        const isTimeout = error instanceof Error && error.name === 'TimeoutError'
        throw new PartnerUnavailable(isTimeout ? 'timeout' : 'no-connection', { cause: error })
      })
    const body = await readJson(response)
    if (response.ok) return body
    const error = (body as { error?: { type?: unknown; code?: unknown } } | null)?.error
    const code = word(error?.code ?? error?.type)
    // 409: the first attempt with this key is still under way. 401 and 403 are faults of the configuration: retried until they are fixed.
    const isTemporary =
      response.status >= 500 || [401, 403, 408, 409, 425, 429].includes(response.status) || code === 'unnamed'
    if (!isTemporary) throw new ProcessorRefusal(code)
    const retryAfterMs = retryAfterOf(response)
    throw new PartnerUnavailable(`http-${response.status}`, retryAfterMs === undefined ? {} : { retryAfterMs })
  }
}

const retryAfterOf = (response: Response): number | undefined => {
  const header = response.headers.get('retry-after') ?? ''
  return /^[0-9]{1,5}$/.test(header) ? Number(header) * 1000 : undefined
}

const readJson = async (response: Response): Promise<unknown> => {
  try {
    const bytes = await response.arrayBuffer()
    if (bytes.byteLength > maxResponseBytes) throw new RangeError('too large')
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch (error) {
    throw new PartnerUnavailable(`nonsense:http-${response.status}`, { cause: error })
  }
}
