import type { CommonProblemCode, ProblemCode as ServerProblemCode, SignInStrength } from '../generated/models.ts'
import type { MethodProblems } from '../generated/problem-codes.ts'

/** A fault in one field of the request. `pointer` is a JSON Pointer (RFC 6901) into the request body, such as `/reason`. */
export interface FieldProblem {
  pointer: string
  code: string
  message: string
}

/** Codes that the client itself sets when there is no usable response from the server. */
export type ClientProblemCode =
  'connection_failed' | 'session_ended' | 'session_unavailable' | 'timed_out' | 'unexpected_response'

/** Every code that this version knows. A newer server can return others: handle the codes that you know, and treat the rest by `status`. */
export type ProblemCode = ClientProblemCode | ServerProblemCode

/** The codes with which a method of the client can fail, e.g. `CodesOf<'appointments.book'>`. */
export type CodesOf<Method extends keyof MethodProblems> =
  ClientProblemCode | CommonProblemCode | MethodProblems[Method]

/** The details of a failed call. Everything but `status` and `code` depends on the response. */
export interface ProblemDetails<Code extends ProblemCode = ProblemCode> {
  /** HTTP status, or 0 when there was no response. */
  status: number
  code: Code
  detail?: string | undefined
  errors?: readonly FieldProblem[]
  owners?: readonly string[]
  nearest?: readonly string[]
  affected?: number | undefined
  signIn?: SignInStrength | undefined
  baseUrl?: string | undefined
  requestId?: string | undefined
  retryAfterMs?: number | undefined
  cause?: unknown
}

/**
 * Every failure of a call. Distinguish failures by `code`, which is stable, and never by class or text.
 *
 * The message contains the code, the status and the request id only, so that it can be logged: a URL or a body could contain health
 * information. `detail` and `errors` are texts of the server for the person and are not part of the message.
 */
export class VisitError<Code extends ProblemCode = ProblemCode> extends Error {
  /** HTTP status, or 0 when there was no response. */
  declare readonly status: number
  /** Stable, for programs: `slot_taken`, `invalid_request`, `connection_failed`, ... */
  declare readonly code: Code
  /** One sentence for a person, in the language of the request. */
  declare readonly detail: string | undefined
  /** The faulty fields, when the server refused the request body. */
  declare readonly errors: readonly FieldProblem[]
  /** For `not_assigned` and `no_treatment_relationship`: practitioners who can be covered, any one of them (`covers.start`). */
  declare readonly owners: readonly string[]
  /** For a time that cannot be held: the nearest start times that can, ISO 8601, at most three. */
  declare readonly nearest: readonly string[]
  /** For `appointments_affected` and `too_many_to_cancel`: the number of booked appointments. */
  declare readonly affected: number | undefined
  /** For `strong_sign_in_required`, and for `step_up_required` of staff: how the person has to sign in. */
  declare readonly signIn: SignInStrength | undefined
  /** For `wrong_region`: the base URL of the deployment that serves the organization. The client does not follow it by itself. */
  declare readonly baseUrl: string | undefined
  /** The id of the request in the server's logs. Give it to the operator of the server. */
  declare readonly requestId: string | undefined
  /** `Retry-After`, in milliseconds. */
  declare readonly retryAfterMs: number | undefined

  constructor({ cause, ...details }: ProblemDetails<Code>) {
    const { code, status, requestId } = details
    super(code + (status ? ` (${status})` : '') + (requestId ? `, request ${requestId}` : ''), cause ? { cause } : {})
    Object.assign(this, { name: 'VisitError', errors: [], owners: [], nearest: [] }, details)
  }
}

/**
 * Narrows an unknown error to a failed call, and to one of `codes` if any are given.
 *
 * Checks the shape, not the class: a portal and the elements inside it may each contain a copy of this package.
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
