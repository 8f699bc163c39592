import type { ServerResponse } from 'node:http'
import type { Step } from '../pipeline-step.ts'

export interface SecureHeadersParts {
  /** Clients reach this server over TLS: sends HSTS (RFC 6797). */
  readonly behindTls: boolean
  /** Whether some organization has registered this origin. */
  readonly isRegisteredOrigin: (origin: string) => boolean
}

export const exposedHeaders = 'location, retry-after, x-request-id, content-disposition, etag, www-authenticate'

/** Headers of every response, including problems. Responses are data for programs: no cache, sniffing, framing or execution. */
export const setSecureHeaders = (
  response: ServerResponse,
  origin: string | undefined,
  parts: SecureHeadersParts,
): void => {
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cross-origin-resource-policy', 'cross-origin')
  response.setHeader('vary', 'Origin')
  if (parts.behindTls) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains')
  if (origin !== undefined && parts.isRegisteredOrigin(origin)) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-expose-headers', exposedHeaders)
  }
}

export const secureHeaders = (parts: SecureHeadersParts): Step => ({
  name: 'secure-headers',
  run: (exchange, next) => {
    setSecureHeaders(exchange.response, exchange.request.headers.origin, parts)
    return next(exchange)
  },
})
