import type { components } from '@visitkit/contract'
import type { AccessTokens } from './access-tokens.ts'
import type { SessionPolicy } from './session-limits.ts'
import type { Session } from './session.ts'
import { TokenCache } from './token-cache.ts'

export type IssuedTokens = components['schemas']['TokenResponse']

export interface IssueTokensParts {
  readonly tokens: AccessTokens
  readonly cache: TokenCache
  readonly policy: SessionPolicy
}

export type IssueAccessToken = (session: Session, now: Date) => Promise<IssuedTokens>

/**
 * Signs an access token that lives minutes and never outlives its session. It is added to the cache at once, so that it is not verified
 * here.
 */
export const createIssueAccessToken =
  ({ tokens, cache, policy }: IssueTokensParts): IssueAccessToken =>
  async (session, now) => {
    const left = Math.floor((session.absoluteEndsAt - now.getTime()) / 1_000)
    const seconds = Math.max(1, Math.min(policy.accessTokenSeconds, left))
    const { personId, clientId } = session.caller
    const { token, tokenId } = await tokens.sign(
      { sessionId: session.id, organizationId: session.organizationId, personId, clientId },
      now,
      seconds,
    )
    const expiresAt = (Math.floor(now.getTime() / 1_000) + seconds) * 1_000
    cache.set(TokenCache.digest(token), {
      ...{ tokenId, sessionId: session.id, organizationId: session.organizationId, expiresAt },
    })
    return { access_token: token, token_type: 'Bearer', expires_in: seconds, session_id: session.id }
  }
