import { jwtVerify, SignJWT } from 'jose'
import type { SigningKeys } from './signing-keys.ts'

/** The claims of a verified access token. */
export interface AccessTokenClaims {
  /** `jti`. */
  readonly tokenId: string
  readonly sessionId: string
  readonly organizationId: string
  /** Unix milliseconds. */
  readonly expiresAt: number
}

export interface AccessTokens {
  sign(
    subject: { sessionId: string; organizationId: string; personId: string; clientId: string },
    now: Date,
    seconds: number,
  ): Promise<{ readonly token: string; readonly tokenId: string }>
  /** Null if it is not a token of this server or is invalid at `now`. `expired` if it was valid before. */
  verify(token: string, now: Date): Promise<AccessTokenClaims | 'expired' | null>
}

const type = 'at+jwt'

/** RFC 9068 access tokens, signed with Ed25519 by this server for itself: `issuer` is both issuer and audience. */
export const createAccessTokens = (keys: SigningKeys, issuer: string): AccessTokens => ({
  sign: async ({ sessionId, organizationId, personId, clientId }, now, seconds) => {
    const issuedAt = Math.floor(now.getTime() / 1_000)
    const tokenId = crypto.randomUUID()
    const token = await new SignJWT({ sid: sessionId, org: organizationId, client_id: clientId })
      .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: keys.keyId })
      .setIssuer(issuer)
      .setAudience(issuer)
      .setSubject(personId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
      .setJti(tokenId)
      .sign(keys.privateKey)
    return { token, tokenId }
  },
  verify: async (token, now) => {
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          const key = kid === undefined ? undefined : keys.verifying.get(kid)
          if (key === undefined) throw new Error('unknown key')
          return key
        },
        {
          algorithms: ['EdDSA'],
          typ: type,
          issuer,
          audience: issuer,
          currentDate: now,
          requiredClaims: ['exp', 'iat', 'jti', 'sub', 'sid', 'org'],
        },
      )
      const { jti, exp } = payload
      if (typeof payload['sid'] !== 'string' || typeof payload['org'] !== 'string') return null
      if (exp === undefined || jti === undefined) return null
      return { tokenId: jti, sessionId: payload['sid'], organizationId: payload['org'], expiresAt: exp * 1_000 }
    } catch (error) {
      return (error as { code?: unknown }).code === 'ERR_JWT_EXPIRED' ? 'expired' : null
    }
  },
})
