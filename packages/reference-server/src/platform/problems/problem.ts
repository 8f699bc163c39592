import type { components } from '@visitkit/contract'

/** Every code with which this server refuses: those of the contract, and no other. */
export type ProblemCode = components['schemas']['ProblemCode']

/** One faulty property of a request. Never carries the value. */
export interface FaultyProperty {
  /** JSON pointer into the body, or `query:name` / `header:name` / `path:name`. */
  readonly pointer: string
  readonly code: string
  /** A sentence that says what is expected. */
  readonly message: string
}

/**
 * A refusal that the caller is meant to read (RFC 9457). `code` is stable and part of the contract; `detail` is public and says
 * the remedy; `reason` is private, goes to the log only and holds no PHI.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly errors: readonly FaultyProperty[]
  readonly reason: string | undefined
  readonly headers: Readonly<Record<string, string>>
  /** Who asks has proved nothing: counted against guessing, like a wrong secret. */
  readonly provesNothing: boolean

  constructor(
    status: number,
    code: ProblemCode,
    detail: string,
    more: {
      errors?: readonly FaultyProperty[]
      reason?: string
      headers?: Record<string, string>
      cause?: unknown
      provesNothing?: boolean
    } = {},
  ) {
    super(code, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.detail = detail
    this.errors = more.errors ?? []
    this.reason = more.reason
    this.headers = more.headers ?? {}
    this.provesNothing = more.provesNothing ?? status === 401
  }
}

/** The same answer for what does not exist, what belongs to another organization and what the caller may not see. */
export const notFound = (reason?: string): Problem =>
  new Problem(
    404,
    'not_found',
    'There is nothing here that you may see. Check the id, or ask for access.',
    reason === undefined ? {} : { reason },
  )

/** A page of a list that begins nowhere. */
export const cursorInvalid = (): Problem =>
  new Problem(400, 'cursor_invalid', 'The page cannot be found. Start again without a cursor.', {
    errors: [{ pointer: 'query:cursor', code: 'wrong_format', message: 'Must be the nextCursor of the page before.' }],
  })
