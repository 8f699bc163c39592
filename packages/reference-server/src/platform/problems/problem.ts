import type { components } from '@visitkit/contract'

/** Every code with which this server refuses: exactly those of the contract. */
export type ProblemCode = components['schemas']['ProblemCode']

/** One faulty property of a request. Never carries the value. */
export interface FaultyProperty {
  /** JSON pointer into the body, or `query:name` / `header:name` / `path:name`. */
  readonly pointer: string
  readonly code: string
  /** A sentence that states the expected value. */
  readonly message: string
}

/** What a refusal of a well-formed request is about. */
export interface RefusedProperty {
  /** Names of properties of a body, a query or a path. The first one that the request has is named in `errors`. */
  readonly names: readonly string[]
  /** A sentence that states the expected value. */
  readonly message: string
}

/**
 * A refusal for the caller (RFC 9457). `code` is stable and part of the contract; `detail` is public and states the remedy; `reason` is
 * private, is only logged and contains no PHI.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly errors: readonly FaultyProperty[]
  /** Without `errors`: what is faulty, by names that more than one operation has. */
  readonly about: RefusedProperty | undefined
  readonly reason: string | undefined
  readonly headers: Readonly<Record<string, string>>
  /** The caller failed to authenticate: counts toward the rate limit against guessing, like a wrong secret. */
  readonly provesNothing: boolean
  /** Practitioners who can be covered, if that is a remedy. */
  readonly owners: readonly string[]
  /** Start times that can be held instead, ISO 8601. */
  readonly nearest: readonly string[]
  /** The booked appointments that a change would affect. */
  readonly affected: number | undefined
  /** How the person has to sign in, if that is the remedy. */
  readonly signIn: components['schemas']['SignInStrength'] | undefined
  /** The deployment that serves the organization. */
  readonly baseUrl: string | undefined

  constructor(
    status: number,
    code: ProblemCode,
    detail: string,
    more: {
      errors?: readonly FaultyProperty[]
      about?: RefusedProperty | undefined
      reason?: string
      headers?: Record<string, string>
      cause?: unknown
      provesNothing?: boolean
      owners?: readonly string[]
      nearest?: readonly string[]
      affected?: number
      signIn?: components['schemas']['SignInStrength']
      baseUrl?: string
    } = {},
  ) {
    super(code, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.detail = detail
    this.errors = more.errors ?? []
    this.about = more.about
    this.reason = more.reason
    this.headers = more.headers ?? {}
    this.provesNothing = more.provesNothing ?? status === 401
    this.owners = more.owners ?? []
    this.nearest = more.nearest ?? []
    this.affected = more.affected
    this.signIn = more.signIn
    this.baseUrl = more.baseUrl
  }
}

/** The same response for what does not exist, belongs to another organization or may not be seen by the caller. */
export const notFound = (reason?: string): Problem =>
  new Problem(
    404,
    'not_found',
    'There is nothing here that you may see. Check the id, or ask for access.',
    reason === undefined ? {} : { reason },
  )

/** The cursor of a list is invalid. */
export const cursorInvalid = (): Problem =>
  new Problem(400, 'cursor_invalid', 'The page cannot be found. Start again without a cursor.', {
    errors: [{ pointer: 'query:cursor', code: 'wrong_format', message: 'Must be the nextCursor of the page before.' }],
  })
