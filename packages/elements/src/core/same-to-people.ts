import type { ClientProblemCode, CommonProblemCode } from '@visitkit/sdk'
import type { CoreProblem } from './core-problem.ts'

/**
 * Codes that any call may return and that have the same meaning for a person as another code. Every other such code must have a core text,
 * or this does not compile.
 */
export const sameToPeople = {
  audit_incomplete: 'unknown',
  audit_unavailable: 'unavailable',
  authentication_required: 'session_ended',
  body_too_deep: 'unknown',
  cursor_invalid: 'unknown',
  database_unavailable: 'unavailable',
  idempotency_key_reused: 'unknown',
  internal_error: 'unknown',
  invalid_encoding: 'unknown',
  invalid_json: 'unknown',
  method_not_allowed: 'unknown',
  person_required: 'forbidden',
  overloaded: 'unavailable',
  record_erased: 'not_found',
  response_invalid: 'unknown',
  session_expired: 'session_ended',
  session_unavailable: 'session_ended',
  stopping: 'unavailable',
  timed_out: 'connection_failed',
  token_expired: 'session_ended',
  token_invalid: 'session_ended',
  too_many_requests: 'too_many',
  try_again: 'unavailable',
  unexpected_response: 'unavailable',
  unsupported_media_type: 'unknown',
} as const satisfies Readonly<Record<Exclude<ClientProblemCode | CommonProblemCode, CoreProblem>, CoreProblem>>
