import type { SessionTokens, TokenAnswer } from '@visitkit/sdk'

/** Reads what a page's `getSession` answered: the SDK's own shape, or the token endpoint's answer handed on as it is. */
export const sessionTokens = (answer: SessionTokens | TokenAnswer | null): SessionTokens | null => {
  if (!answer || 'accessToken' in answer) return answer
  return {
    accessToken: answer.access_token,
    expiresAt: new Date(Date.now() + answer.expires_in * 1000).toISOString(),
    refreshToken: answer.refresh_token,
    sessionId: answer.session_id,
  }
}
