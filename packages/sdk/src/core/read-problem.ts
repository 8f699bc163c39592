import { VisitError, type ProblemDetails } from './visit-error.ts'

/**
 * Turns an answer that is not a success into a `VisitError` (RFC 9457).
 *
 * What stands between client and server (a proxy, a captive portal) answers in any form it likes, so nothing is taken
 * over unless `code` and `requestId` are plain words: they stand in the message, and a word cannot smuggle a URL or
 * somebody's name into it. Everything else is an `unexpected_response`.
 */
export function readProblem({ status, headers }: Response, body?: unknown): VisitError {
  const { code, detail, errors = [], owners = [], requestId } = Object(body) as ProblemDetails
  const known = [code, requestId ?? code].every((word) => /^[\w-]{1,64}$/.test(word ?? '/'))
  return new VisitError({
    ...(known ? { code, detail, errors, owners, requestId } : { code: 'unexpected_response' }),
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
