import type { Outgoing } from '../../../platform/egress/outgoing.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'

export interface MailboxClientOptions {
  /** With the version, e.g. `https://clearinghouse.example/v1`. Plain http only to this machine, because requests contain PHI. */
  readonly baseUrl: string
  readonly apiKey: string
  /** The connections to it. */
  readonly outgoing: Pick<Outgoing, 'fetch'>
  /** For one attempt. Default 20,000, because a payer behind a real-time inquiry is slow. */
  readonly timeoutMs?: number
  /** Throws unless the clearinghouse may be used. Called before anything is sent. */
  readonly permit: () => Promise<void>
}

interface MailboxCall {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Path segments, encoded by this client. */
  readonly path: readonly string[]
  readonly query?: Readonly<Record<string, string>>
  /** An interchange. */
  readonly body?: string
  readonly id?: string
  /** Further statuses that are a valid response. */
  readonly acceptedStatuses?: readonly number[]
}

export interface MailboxResponse {
  readonly status: number
  readonly text: string
}

export type MailboxClient = (call: MailboxCall, signal?: AbortSignal) => Promise<MailboxResponse>

const maxResponseBytes = 20 * 1024 * 1024
const here = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The mailbox over HTTPS: one attempt per call, because the transmission does the retries. Resolves for 2xx and for `acceptedStatuses`;
 * anything else is PartnerUnavailable with a code of this server and without content of the response.
 */
export const createMailboxClient = ({
  baseUrl,
  apiKey,
  outgoing,
  timeoutMs,
  permit,
}: MailboxClientOptions): MailboxClient => {
  const base = new URL(baseUrl)
  if (base.protocol !== 'https:' && !here.has(base.hostname))
    throw new TypeError('A clearinghouse is reached over https.')
  return async ({ method, path, query, body, id, acceptedStatuses = [] }, signal) => {
    await permit()
    const url = new URL(`${base.pathname.replace(/\/$/, '')}/${path.map(encodeURIComponent).join('/')}`, base)
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
    const timeout = AbortSignal.timeout(timeoutMs ?? 20_000)
    const response = await outgoing
      .fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${apiKey}`,
          ...(body === undefined ? {} : { 'content-type': 'application/edi-x12' }),
          ...(id === undefined ? {} : { 'idempotency-key': id }),
        },
        ...(body === undefined ? {} : { body }),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      })
      .catch((error: unknown) => {
        if (error instanceof PartnerUnavailable) throw error
        throw new PartnerUnavailable(faultOf(error), { cause: error })
      })
    const text = await readText(response)
    if (response.ok || acceptedStatuses.includes(response.status)) return { status: response.status, text }
    const wait = response.headers.get('retry-after') ?? ''
    throw new PartnerUnavailable(
      `http-${response.status}`,
      /^\d{1,5}$/.test(wait) ? { retryAfterMs: Number(wait) * 1000 } : {},
    )
  }
}

const faultOf = (error: unknown): string =>
  error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'no-connection'

const readText = async (response: Response): Promise<string> => {
  try {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength
      if (size > maxResponseBytes) throw new RangeError('too large')
      chunks.push(chunk)
    }
    return Buffer.concat(chunks).toString('utf8')
  } catch (error) {
    throw new PartnerUnavailable(error instanceof RangeError ? 'answer-too-large' : faultOf(error), { cause: error })
  }
}
