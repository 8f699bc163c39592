import type { GetSession, SessionTokens, TokenResponse } from '@visitkit/sdk'

/** `getSession` of a page may return the response of `POST /v1/token` unchanged (RFC 6749, snake case). */
export type GetProviderSession = (request: Parameters<GetSession>[0]) => Promise<SessionTokens | TokenResponse | null>

/** Reads the result of a page's `getSession`: the SDK's shape, or the token endpoint's response. */
export const sessionTokens = (answer: SessionTokens | TokenResponse | null): SessionTokens | null => {
  if (!answer || 'accessToken' in answer) return answer
  return {
    accessToken: answer.access_token,
    expiresAt: new Date(Date.now() + answer.expires_in * 1000).toISOString(),
    refreshToken: answer.refresh_token,
    sessionId: answer.session_id,
  }
}
