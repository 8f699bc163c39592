import { createClient, type ClientOptions, type VisitClient } from './create-client.ts'
import type { SessionTokens } from './core/token-manager.ts'
import { requestTokens } from './core/token-endpoint.ts'
import { createTransport } from './core/transport.ts'

export interface ServerClientOptions extends Omit<ClientOptions, 'getSession'> {
  clientId: string
  /** Store it in the portal's back end only. */
  clientSecret: string
}

export interface TokenExchange {
  /** The portal's proof of the person's identity: an ID token of the organization's registered issuer. */
  subjectToken: string
  /** Default: an ID token. */
  subjectTokenType?: 'urn:ietf:params:oauth:token-type:id_token' | 'urn:ietf:params:oauth:token-type:jwt' | undefined
  /** The browser origin to which the session is bound: `https://portal.example`. */
  origin?: string | undefined
  /** Step-up: the person's session that this fresh authentication confirms. No other session starts. */
  sessionId?: string | undefined
  /**
   * The code of an invitation, as the person typed it. The exchange accepts the invitation and links the sign-in to the member, patient or
   * right that it names. A repeated call with the same sign-in has the same result. Cannot be combined with `sessionId`.
   */
  invitation?: string | undefined
  signal?: AbortSignal | undefined
}

export interface GuestExchange {
  /** The code of a guest of one visit, as the guest typed it. */
  invitation: string
  /** The guest's name, as they typed it. The clinician reads it before admitting them. */
  name: string
  /** The browser origin to which the session is bound: `https://portal.example`. */
  origin?: string | undefined
  signal?: AbortSignal | undefined
}

/** A client for a portal's back end. Its own calls are authorized as the service that the credential identifies. */
export interface VisitServerClient extends VisitClient {
  /**
   * Exchanges the portal's proof of a person's identity for a session of that person (RFC 8693). Send the result to the browser as the
   * value of `getSession`; leave out `refreshToken` to keep renewal in the back end.
   *
   * @throws {VisitError} `invalid_grant` when the token is not valid or the person is not known, `unknown_issuer` when its identity
   *   provider is not registered, `invalid_client` when the credential is not valid. With an invitation: `unknown_invitation`,
   *   `invitation_used`, `invitation_expired`, `invitation_revoked`, `invitation_wrong_person` or `right_not_started`, each with a sentence
   *   for the person in `detail`.
   */
  exchangeToken(exchange: TokenExchange): Promise<SessionTokens>
  /**
   * Exchanges the code of a guest for a session of that guest. It is for one visit, and its client can use `guestVisit` only. A code works
   * once: keep the session, because a repeated call is refused.
   *
   * @throws {VisitError} `unknown_invitation`, `invitation_used`, `invitation_expired`, `invitation_revoked` or `invitation_not_open`, each
   *   with a sentence for the guest in `detail`.
   */
  exchangeGuest(exchange: GuestExchange): Promise<SessionTokens>
  /**
   * Renews a person's session. The new refresh token replaces the old one. Using the old one again ends the session.
   *
   * @throws {VisitError} `session_expired` or `invalid_grant` when the person has to sign in again.
   */
  refreshSession(refreshToken: string): Promise<SessionTokens>
}

/** A client for a portal's back end, or for any service that has its own credential. */
export function createServerClient({ clientId, clientSecret, ...options }: ServerClientOptions): VisitServerClient {
  if (globalThis.document && !globalThis.process?.versions?.node)
    throw new TypeError('createServerClient holds a secret and must not run in a browser: use createClient there.')
  const transport = createTransport(options)
  const headers = { authorization: `Basic ${encodeBasic(clientId, clientSecret)}` }
  return {
    ...createClient({
      ...options,
      // The credential itself renews the session, so a refresh token is not needed.
      getSession: async ({ signal }) => {
        const tokens = await requestTokens(transport, { grant_type: 'client_credentials' }, { headers, signal })
        return { ...tokens, refreshToken: undefined }
      },
    }),
    exchangeToken: async ({ subjectToken, subjectTokenType, origin, sessionId, invitation, signal }) => {
      const tokens = await requestTokens(
        transport,
        {
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token: subjectToken,
          subject_token_type: subjectTokenType ?? 'urn:ietf:params:oauth:token-type:id_token',
          ...(origin && { origin }),
          ...(sessionId && { session_id: sessionId }),
          ...(invitation && { invitation }),
        },
        { headers, signal },
      )
      // A page that renews the session itself has no credential and sends the client id instead.
      return { ...tokens, clientId }
    },
    exchangeGuest: async ({ invitation, name, origin, signal }) => {
      const tokens = await requestTokens(
        transport,
        {
          grant_type: 'urn:visitkit:params:oauth:grant-type:guest',
          invitation,
          guest_name: name,
          ...(origin && { origin }),
        },
        { headers, signal },
      )
      return { ...tokens, clientId }
    },
    refreshSession: (refreshToken) =>
      requestTokens(transport, { grant_type: 'refresh_token', refresh_token: refreshToken }, { headers }),
  }
}

/** Form-encodes both parts first (RFC 6749, 2.3.1). */
function encodeBasic(...parts: [string, string]): string {
  return btoa(parts.map((part) => new URLSearchParams([['', part]]).toString().slice(1)).join(':'))
}
