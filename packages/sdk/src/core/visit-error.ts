import type { CommonProblemCode, ProblemCode as ServerProblemCode } from '../generated/models.ts'
import type { MethodProblems } from '../generated/problem-codes.ts'

/** One fault in one field of what was sent. `pointer` is a JSON Pointer (RFC 6901) into the request body, such as `/reason`. */
export interface FieldProblem {
  pointer: string
  code: string
  message: string
}

/** Codes that the client itself gives, when no usable answer came from the server. */
export type ClientProblemCode =
  'connection_failed' | 'session_ended' | 'session_unavailable' | 'timed_out' | 'unexpected_response'

/**
 * Every code that is known today. A server may be newer than this client, so others can come: decide by the codes that you know, and
 * treat the rest by `status`.
 */
export type ProblemCode = ClientProblemCode | ServerProblemCode

/** The codes with which a method of the client fails, e.g. `CodesOf<'appointments.book'>`. */
export type CodesOf<Method extends keyof MethodProblems> =
  ClientProblemCode | CommonProblemCode | MethodProblems[Method]

/** What a failed call tells. Everything but `status` and `code` depends on the answer. */
export interface ProblemDetails<Code extends ProblemCode = ProblemCode> {
  /** HTTP status, or 0 when there was no answer. */
  status: number
  code: Code
  detail?: string | undefined
  errors?: readonly FieldProblem[]
  owners?: readonly string[]
  requestId?: string | undefined
  retryAfterMs?: number | undefined
  cause?: unknown
}

/**
 * Every failure of a call, told apart by its stable `code` (never by class or by text).
 *
 * The message holds the code, the status and the request id and nothing else, so that it can be logged: a URL or a body
 * could carry health information. `detail` and `errors` are the server's words for the person and stay out of it.
 */
export class VisitError<Code extends ProblemCode = ProblemCode> extends Error {
  /** HTTP status, or 0 when there was no answer. */
  declare readonly status: number
  /** Stable and meant for programs: `slot_taken`, `invalid_request`, `connection_failed`, ... */
  declare readonly code: Code
  /** One sentence for a person, in the language of the request. */
  declare readonly detail: string | undefined
  /** The fields at fault, when the server refused what was sent. */
  declare readonly errors: readonly FieldProblem[]
  /** Of `not_assigned` and `no_treatment_relationship`: practitioners who can be covered, any one of them (`covers.start`). */
  declare readonly owners: readonly string[]
  /** Quote this to anyone who runs the server. */
  declare readonly requestId: string | undefined
  /** How long the server asked to be left alone, in milliseconds. */
  declare readonly retryAfterMs: number | undefined

  constructor({ cause, ...details }: ProblemDetails<Code>) {
    const { code, status, requestId } = details
    super(code + (status ? ` (${status})` : '') + (requestId ? `, request ${requestId}` : ''), cause ? { cause } : {})
    Object.assign(this, { name: 'VisitError', errors: [], owners: [] }, details)
  }
}

/**
 * Narrows an unknown error to a failed call, and to one of `codes` when any are named.
 *
 * Looks at the shape rather than the class: a portal and the elements inside it may each carry a copy of this package.
 */
export function isProblem(error: unknown): error is VisitError
export function isProblem<Code extends ProblemCode>(error: unknown, ...codes: Code[]): error is VisitError<Code>
export function isProblem(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error &&
    error.name === 'VisitError' &&
    (!codes.length || codes.includes((error as VisitError).code))
  )
}
