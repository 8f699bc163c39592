import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import type { JWTVerifyGetKey } from 'jose'
import type { RegisteredIssuer } from './client-registry.ts'

/** What a verified ID token says about the person. */
export interface Subject {
  readonly issuer: string
  readonly subject: string
  /** When the person proved who they are: `auth_time`, or when the token was issued. */
  readonly authenticatedAt: Date
}

/** Why a token was not believed: for the log, never for the caller. */
export type TokenRejection =
  'malformed' | 'wrong_type' | 'unknown_issuer' | 'wrong_party' | 'from_the_future' | 'keys_unreachable' | (string & {})

export interface SubjectTokens {
  verify(
    token: string,
    findIssuer: (issuer: string) => Promise<RegisteredIssuer | null>,
    now: Date,
  ): Promise<Subject | { readonly refused: TokenRejection }>
}

/** Asymmetric only: with a shared secret, anyone who can verify a token can make one. */
const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'PS384', 'RS256', 'RS384']
/** An ID token has no type or is a plain JWT; access and logout tokens are not proofs of a person. */
const types: ReadonlySet<string> = new Set(['jwt', 'id_token+jwt', 'application/jwt'])
const toleranceSeconds = 5

/**
 * Verifies ID tokens of registered issuers (OpenID Connect Core, section 3.1.3.7). Keys are fetched over the network, kept for
 * ten minutes, and fetched again when a token names one that is not among them, at most every thirty seconds.
 */
export const createSubjectTokens = (): SubjectTokens => {
  const keySets = new Map<string, JWTVerifyGetKey>()
  const keysOf = ({ jwksUri }: RegisteredIssuer): JWTVerifyGetKey => {
    const known = keySets.get(jwksUri)
    if (known !== undefined) return known
    const keys = createRemoteJWKSet(new URL(jwksUri), {
      cacheMaxAge: 600_000,
      cooldownDuration: 30_000,
      timeoutDuration: 5_000,
    })
    keySets.set(jwksUri, keys)
    return keys
  }

  return {
    verify: async (token, findIssuer, now) => {
      let claimedIssuer: string | undefined
      try {
        const { typ } = decodeProtectedHeader(token)
        if (typ !== undefined && !types.has(typ.toLowerCase())) return { refused: 'wrong_type' }
        claimedIssuer = decodeJwt(token).iss
      } catch {
        return { refused: 'malformed' }
      }
      const issuer = claimedIssuer === undefined ? null : await findIssuer(claimedIssuer)
      if (issuer === null) return { refused: 'unknown_issuer' }
      try {
        const { payload } = await jwtVerify(token, keysOf(issuer), {
          algorithms,
          issuer: issuer.issuer,
          audience: issuer.audience,
          clockTolerance: toleranceSeconds,
          currentDate: now,
          requiredClaims: ['sub', 'exp', 'iat'],
        })
        const { azp, auth_time: authTime } = payload as { azp?: unknown; auth_time?: unknown }
        if (azp !== undefined && azp !== issuer.clientId) return { refused: 'wrong_party' }
        const proved = (typeof authTime === 'number' ? authTime : (payload.iat as number)) * 1_000
        // A proof dated ahead would stay fresh enough for step-up for as long.
        if (proved > now.getTime() + toleranceSeconds * 1_000) return { refused: 'from_the_future' }
        return {
          issuer: issuer.issuer,
          subject: payload.sub as string,
          authenticatedAt: new Date(Math.min(proved, now.getTime())),
        }
      } catch (error) {
        const code = (error as { code?: unknown }).code
        return { refused: typeof code === 'string' && code.startsWith('ERR_J') ? code : 'keys_unreachable' }
      }
    },
  }
}
