import { request as requestPlain, type Agent, type IncomingMessage } from 'node:http'
import { request as requestTls } from 'node:https'
import type { LookupFunction } from 'node:net'
import { EgressRefused } from './egress-refused.ts'

/** The part of `RequestInit` that recipients need. */
export interface OutgoingRequest {
  readonly method?: string
  readonly headers?: HeadersInit
  readonly body?: string | Uint8Array | null
  readonly signal?: AbortSignal | null
  /** True: a redirect is a response like others. Default: it is refused. It is never followed. */
  readonly returnsRedirects?: boolean
}

interface PermittedRequest extends OutgoingRequest {
  readonly lookup: LookupFunction
  readonly agent: Agent | undefined
}

const bodyless: ReadonlySet<number> = new Set([204, 205, 304])

/** One request over HTTP. Rejects with the reason of `signal` when it aborts, like `fetch`. */
export const sendRequest = (
  url: URL,
  { method = 'GET', headers, body, signal, returnsRedirects = false, lookup, agent }: PermittedRequest,
): Promise<Response> =>
  new Promise((settle, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const fail = (error: unknown): void => reject(signal?.aborted ? signal.reason : error)
    const send = url.protocol === 'https:' ? requestTls : requestPlain
    const request = send(url, {
      method,
      headers: {
        accept: '*/*',
        'user-agent': 'visitkit',
        ...Object.fromEntries(new Headers(headers)),
        ...(body != null && { 'content-length': Buffer.byteLength(body) }),
      },
      lookup,
      ...(agent && { agent }),
      ...(signal && { signal }),
    })
    request.on('error', fail)
    request.on('response', (response) => {
      const { statusCode = 0, headers: received } = response
      if (!returnsRedirects && statusCode >= 300 && statusCode < 400 && statusCode !== 304) {
        response.destroy()
        const target = URL.parse(received.location ?? '', url)?.host ?? 'nowhere'
        return reject(new EgressRefused('redirected', target, 'Set the address that it redirects to.'))
      }
      if (bodyless.has(statusCode)) response.resume()
      settle(
        new Response(bodyless.has(statusCode) ? null : bodyOf(response, signal ?? null), {
          status: statusCode,
          headers: headersOf(response),
        }),
      )
    })
    request.end(body ?? undefined)
  })

const headersOf = ({ rawHeaders }: IncomingMessage): Headers => {
  const headers = new Headers()
  for (let place = 0; place < rawHeaders.length; place += 2)
    headers.append(rawHeaders[place] ?? '', rawHeaders[place + 1] ?? '')
  return headers
}

const bodyOf = (response: IncomingMessage, signal: AbortSignal | null): ReadableStream<Uint8Array> => {
  const chunks = response[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await chunks.next()
        if (done === true) controller.close()
        else controller.enqueue(new Uint8Array(value))
      } catch (error) {
        controller.error(signal?.aborted ? signal.reason : error)
      }
    },
    cancel: () => void response.destroy(),
  })
}
