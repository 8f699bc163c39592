import type { TokenResponse, TokenRequest } from '../generated/models.ts'
import type { SessionTokens } from './token-manager.ts'
import type { SendOptions, Transport } from './transport.ts'

/** Calls the token endpoint (RFC 6749, RFC 8693). Confidential clients pass their `Authorization` in the options. */
export async function requestTokens(
  transport: Transport,
  request: TokenRequest,
  options: SendOptions,
): Promise<SessionTokens> {
  const answer = await transport<TokenResponse>('post', 'token', {
    ...options,
    body: new URLSearchParams(Object.entries(request).filter(([, value]) => value !== undefined)),
  })
  return {
    accessToken: answer.access_token,
    expiresAt: new Date(Date.now() + answer.expires_in * 1000).toISOString(),
    refreshToken: answer.refresh_token,
    sessionId: answer.session_id,
  }
}

/** A refresh token can be used once, so this call is never retried automatically. */
export async function refreshTokens(
  transport: Transport,
  refreshToken: string,
  clientId: string | undefined,
  signal?: AbortSignal,
): Promise<SessionTokens> {
  const request = { grant_type: 'refresh_token', refresh_token: refreshToken } as const
  const tokens = await requestTokens(transport, clientId ? { ...request, client_id: clientId } : request, { signal })
  return { ...tokens, clientId }
}
