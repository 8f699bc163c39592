import { VisitError, type ProblemDetails } from './visit-error.ts'

/**
 * Turns a response that is not a success into a `VisitError` (RFC 9457).
 *
 * A proxy or a captive portal between client and server can send any body. `code` and `requestId` become part of the error's message, so
 * they are accepted only as plain words that cannot contain a URL or a person's name. Every other response is an `unexpected_response`.
 */
export function readProblem({ status, headers }: Pick<Response, 'headers' | 'status'>, body?: unknown): VisitError {
  const {
    code,
    detail,
    errors = [],
    owners = [],
    nearest = [],
    affected,
    signIn,
    baseUrl,
    requestId,
  } = Object(body) as ProblemDetails
  const known = [code, requestId ?? code].every((word) => /^[\w-]{1,64}$/.test(word ?? '/'))
  return new VisitError({
    ...(known
      ? { code, detail, errors, owners, nearest, affected, signIn, baseUrl, requestId }
      : { code: 'unexpected_response' }),
    status,
    retryAfterMs: readRetryAfter(headers),
  })
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? ''
  const wait = +value * 1000 || Date.parse(value) - Date.now()
  return wait > 0 ? wait : undefined
}
