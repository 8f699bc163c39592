import { STATUS_CODES } from 'node:http'
import type { Context } from 'koa'
import { Problem, type FaultyProperty } from '../problems/problem.ts'
import type { HandlerInput } from './exchange.ts'

/** Refusals that RFC 6749 (section 5.2) defines. OAuth clients read `error`; clients of this API read `code`. */
const oauthErrors: ReadonlySet<string> = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
])

/** Refusals of a proof that have separate codes here. An OAuth client reads `invalid_grant`. */
const grantRefusals: ReadonlySet<string> = new Set([
  'session_expired',
  'wrong_origin',
  'unknown_issuer',
  'token_used',
  'strong_sign_in_required',
  'right_not_started',
  'unknown_invitation',
  'invitation_used',
  'invitation_expired',
  'invitation_revoked',
  'invitation_wrong_person',
])

const oauthError = ({ code, status }: Problem): string => {
  if (oauthErrors.has(code)) return code
  if (grantRefusals.has(code)) return 'invalid_grant'
  return status >= 500 ? 'server_error' : 'invalid_request'
}

/** The public form of an unexpected error: only that it happened, and that nothing was changed. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(
        500,
        'internal_error',
        'Something went wrong on our side. Nothing was shown or changed. Try again, and name the request id if it persists.',
        {
          cause: error,
        },
      )

const has = (part: unknown, name: string): boolean =>
  typeof part === 'object' && part !== null && Object.hasOwn(part, name)

/** The faulty properties: those that the refusal names, or the first that it is about and the request has. */
const errorsOf = (
  { code, errors, about }: Problem,
  input: Pick<HandlerInput, 'path' | 'query' | 'body'> | null,
): readonly FaultyProperty[] => {
  if (errors.length > 0 || !about || !input) return errors
  const { names, message } = about
  for (const name of names)
    for (const [part, prefix] of [
      [input.body, '/'],
      [input.query, 'query:'],
      [input.path, 'path:'],
    ] as const)
      if (has(part, name)) return [{ pointer: `${prefix}${name}`, code, message }]
  return []
}

/** The body of RFC 9457. `asOAuth` adds the members of RFC 6749, for the token endpoint. */
export const problemBody = (
  problem: Problem,
  requestId: string,
  asOAuth: boolean,
  errors = problem.errors,
): Record<string, unknown> => ({
  ...(asOAuth ? { error: oauthError(problem), error_description: problem.detail } : {}),
  type: `urn:visitkit:problem:${problem.code}`,
  title: STATUS_CODES[problem.status] ?? 'Problem',
  status: problem.status,
  code: problem.code,
  detail: problem.detail,
  ...(errors.length > 0 ? { errors } : {}),
  ...(problem.owners.length > 0 ? { owners: problem.owners } : {}),
  ...(problem.nearest.length > 0 ? { nearest: problem.nearest } : {}),
  ...(problem.affected === undefined ? {} : { affected: problem.affected }),
  ...(problem.signIn === undefined ? {} : { signIn: problem.signIn }),
  ...(problem.baseUrl === undefined ? {} : { baseUrl: problem.baseUrl }),
  requestId,
})

/** As in an `application/problem+json` response to this request. */
export const problemText = (
  problem: Problem,
  { requestId, input }: { readonly requestId: string; readonly input: HandlerInput | null },
  asOAuth = false,
): string => JSON.stringify(problemBody(problem, requestId, asOAuth, errorsOf(problem, input)))

export const writeProblem = (
  context: Context,
  problem: Problem,
  requestId: string,
  { asOAuth = false, input = null }: { readonly asOAuth?: boolean; readonly input?: HandlerInput | null } = {},
): void => {
  for (const [name, value] of Object.entries(problem.headers)) context.set(name, value)
  context.status = problem.status
  context.set('content-type', asOAuth ? 'application/json' : 'application/problem+json')
  context.body = problemText(problem, { requestId, input }, asOAuth)
}
