import { createClient, type ClientOptions, type VisitClient } from './create-client.ts'
import type { SessionTokens } from './core/token-manager.ts'
import { requestTokens } from './core/token-endpoint.ts'
import { createTransport } from './core/transport.ts'

export interface ServerClientOptions extends Omit<ClientOptions, 'getSession'> {
  clientId: string
  /** Keep it in the portal's back end. */
  clientSecret: string
}

export interface TokenExchange {
  /** The portal's proof of the person: an ID token of the organization's registered issuer. */
  subjectToken: string
  /** Default: an ID token. */
  subjectTokenType?: 'urn:ietf:params:oauth:token-type:id_token' | 'urn:ietf:params:oauth:token-type:jwt' | undefined
  /** The browser origin to which the session is bound: `https://portal.example`. */
  origin?: string | undefined
  /** Step-up: the person's own session that this fresh proof confirms; no other session begins. */
  sessionId?: string | undefined
  /**
   * The code of an invitation, as the person typed it: the proof accepts it, and is linked to the member, patient or right that the
   * invitation names. Accepting again with the same sign-in answers the same. Not together with `sessionId`.
   */
  invitation?: string | undefined
  signal?: AbortSignal | undefined
}

/** A client for a portal's back end. Its own calls are made as the service that the credential names. */
export interface VisitServerClient extends VisitClient {
  /**
   * Exchanges the portal's proof of a person for a session of that person (RFC 8693). Hand the answer to the browser
   * as what `getSession` returns; leave `refreshToken` out of it to keep renewal in the back end.
   *
   * @throws {VisitError} `invalid_grant` when the proof is not believed or the person is not known, `unknown_issuer` when
   * its identity provider is not registered, `invalid_client` when the credential is not right. With an invitation:
   * `unknown_invitation`, `invitation_used`, `invitation_expired`, `invitation_revoked`, `invitation_wrong_person` or
   * `right_not_started`, each with a sentence for the person in `detail`.
   */
  exchangeToken(exchange: TokenExchange): Promise<SessionTokens>
  /**
   * Renews a person's session. The refresh token that comes back replaces the old one, which ends the session if it is
   * used again.
   *
   * @throws {VisitError} `session_expired` or `invalid_grant` when the person has to sign in again.
   */
  refreshSession(refreshToken: string): Promise<SessionTokens>
}

/** A client for a portal's back end, or for any service with a credential of its own. */
export function createServerClient({ clientId, clientSecret, ...options }: ServerClientOptions): VisitServerClient {
  if (globalThis.document && !globalThis.process?.versions?.node)
    throw new TypeError('createServerClient holds a secret and must not run in a browser: use createClient there.')
  const transport = createTransport(options)
  const headers = { authorization: `Basic ${encodeBasic(clientId, clientSecret)}` }
  return {
    ...createClient({
      ...options,
      // The credential itself renews the session: a refresh token would only be one more thing to keep.
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
      // A page that renews the session itself has no credential and names the client instead.
      return { ...tokens, clientId }
    },
    refreshSession: (refreshToken) =>
      requestTokens(transport, { grant_type: 'refresh_token', refresh_token: refreshToken }, { headers }),
  }
}

/** Both parts are form-encoded first (RFC 6749, 2.3.1). */
function encodeBasic(...parts: [string, string]): string {
  return btoa(parts.map((part) => new URLSearchParams([['', part]]).toString().slice(1)).join(':'))
}
