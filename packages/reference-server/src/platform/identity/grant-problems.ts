import { Problem } from '../problems/problem.ts'

/**
 * The refusals of the token endpoint (RFC 6749, section 5.2). The detail helps a portal's developer, but never names which part was
 * wrong.
 */
export const invalidClient = (reason: string): Problem =>
  new Problem(401, 'invalid_client', 'The client id or its secret is not right. Send them by HTTP Basic.', {
    reason,
    headers: { 'www-authenticate': 'Basic realm="token", charset="UTF-8"' },
  })

export const invalidGrant = (reason: string, more: { readonly provesNothing?: boolean } = {}): Problem =>
  new Problem(
    400,
    'invalid_grant',
    'The proof of the person is not valid, has expired, or names a person who may not sign in here.',
    { reason, ...more },
  )

export const unauthorizedClient = (reason: string, more: { readonly provesNothing?: boolean } = {}): Problem =>
  new Problem(400, 'unauthorized_client', 'This client is not registered for this kind of request.', {
    reason,
    ...more,
  })

/** The client has authenticated, so the response may say it. */
export const unregisteredOrigin = (): Problem =>
  new Problem(
    400,
    'unauthorized_client',
    'This origin is not among those registered for the client. Write it as a browser does: scheme, host and port, without a slash at the end.',
    { reason: 'origin is not registered' },
  )

export const unsupportedGrant = (): Problem =>
  new Problem(400, 'unsupported_grant_type', 'Use token exchange, client_credentials or refresh_token.')

/** A person with a session accepts in that session. */
export const invitationInSession = (): Problem =>
  new Problem(400, 'invalid_request', 'Some properties are not as they should be.', {
    errors: [
      {
        pointer: '/invitation',
        code: 'invalid',
        message: 'Must not be sent with session_id: accept it in that session.',
      },
    ],
  })

export const malformed = (pointer: string, message: string): Problem =>
  new Problem(400, 'invalid_request', 'Some properties are not as they should be.', {
    errors: [{ pointer, code: 'required', message }],
  })

/** The client has authenticated, so the response may say it. */
export const unknownIssuer = (): Problem =>
  new Problem(
    400,
    'unknown_issuer',
    'The proof of the person comes from an identity provider that is not registered for this organization. Sign in at a registered one.',
    { reason: 'subject token: unknown_issuer' },
  )

/** The invitation is accepted, and signing in works once the right begins. */
export const rightNotStarted = (): Problem =>
  new Problem(
    403,
    'right_not_started',
    'The invitation is accepted, and the right that it gives begins later. Sign in again from its first day.',
  )

/** The session of a refresh token has ended. */
export const grantExpired = (): Problem =>
  new Problem(400, 'session_expired', 'This session has ended because of its time limit. Sign in again.')

/** Each proof of a person begins one session, or confirms one. */
export const tokenUsed = (): Problem =>
  new Problem(400, 'token_used', 'This proof of the person was used before. Sign in again, and use the new one once.', {
    reason: 'subject token: used before',
  })
