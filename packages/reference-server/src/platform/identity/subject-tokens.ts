import { createHash } from 'node:crypto'
import { createRemoteJWKSet, customFetch, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import type { JWTVerifyGetKey } from 'jose'
import type { Egress } from '../egress/egress.ts'
import type { RegisteredIssuer } from './registered-client.ts'
import type { SignInAssertion } from './sign-in-strength.ts'

/** The claims of a verified ID token about the person. */
export interface Subject {
  readonly issuer: string
  readonly subject: string
  /** When the person authenticated: `auth_time`, or when the token was issued. */
  readonly authenticatedAt: Date
  /** How the person signed in: `amr` and `acr`. */
  readonly signIn: SignInAssertion
  /** Names this token among all, until `expiresAt`: a token is exchanged once. */
  readonly tokenHash: Uint8Array
  readonly expiresAt: Date
}

/** Why a token was rejected: for the log, never for the caller. */
export type TokenRejection =
  'malformed' | 'wrong_type' | 'unknown_issuer' | 'wrong_party' | 'from_the_future' | 'keys_unreachable' | (string & {})

export interface SubjectTokens {
  verify(
    token: string,
    findIssuer: (issuer: string) => Promise<RegisteredIssuer | null>,
    now: Date,
  ): Promise<Subject | { readonly refused: TokenRejection }>
}

/** Asymmetric only: with a shared secret, every verifier could also create tokens. */
const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'PS384', 'RS256', 'RS384']
/** An ID token has no type or is a plain JWT. Access and logout tokens do not authenticate a person. */
const types: ReadonlySet<string> = new Set(['jwt', 'id_token+jwt', 'application/jwt'])
const toleranceSeconds = 5

/** Another type than the standard's asserts nothing. */
const assertionOf = ({ amr, acr }: { readonly amr?: unknown; readonly acr?: unknown }): SignInAssertion => ({
  methods: Array.isArray(amr)
    ? [
        ...new Set(amr.filter((each): each is string => typeof each === 'string' && /^[\w.:/-]{1,64}$/.test(each))),
      ].slice(0, 16)
    : [],
  contextClass: typeof acr === 'string' && /^[\w.:/-]{1,255}$/.test(acr) ? acr : null,
})

/** Without the signature: of some algorithms, anyone can make a second valid one of a first. */
const hashOf = (token: string): Uint8Array =>
  createHash('sha256')
    .update(token.slice(0, token.lastIndexOf('.')))
    .digest()

/**
 * Verifies ID tokens of registered issuers (OpenID Connect Core, section 3.1.3.7). Keys are fetched over the network, cached for ten
 * minutes, and fetched again if a token names an unknown key, at most every thirty seconds.
 */
export const createSubjectTokens = (egress: Pick<Egress, 'toRegistered'>): SubjectTokens => {
  const keySets = new Map<string, JWTVerifyGetKey>()
  const keysOf = ({ jwksUri }: RegisteredIssuer): JWTVerifyGetKey => {
    const known = keySets.get(jwksUri)
    if (known !== undefined) return known
    const outgoing = egress.toRegistered('identity-provider', jwksUri)
    const keys = createRemoteJWKSet(new URL(jwksUri), {
      cacheMaxAge: 600_000,
      cooldownDuration: 30_000,
      timeoutDuration: 5_000,
      [customFetch]: (url, { headers, method, signal }) => outgoing.fetch(url, { headers, method, signal }),
    })
    keySets.set(jwksUri, keys)
    return keys
  }

  return {
    verify: async (token, findIssuer, now) => {
      // Nothing in the token is verified yet: what it calls its issuer may be of any type.
      let claimed: unknown
      try {
        const { typ } = decodeProtectedHeader(token)
        if (typ !== undefined && !types.has(typ.toLowerCase())) return { refused: 'wrong_type' }
        claimed = decodeJwt(token).iss
      } catch {
        return { refused: 'malformed' }
      }
      const name = typeof claimed === 'string' && !claimed.includes('\0') ? claimed : null
      const issuer = name === null ? null : await findIssuer(name)
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
        // A token dated in the future would satisfy step-up for longer.
        if (proved > now.getTime() + toleranceSeconds * 1_000) return { refused: 'from_the_future' }
        return {
          issuer: issuer.issuer,
          subject: payload.sub as string,
          authenticatedAt: new Date(Math.min(proved, now.getTime())),
          signIn: assertionOf(payload as { amr?: unknown; acr?: unknown }),
          tokenHash: hashOf(token),
          expiresAt: new Date(((payload.exp as number) + toleranceSeconds) * 1_000),
        }
      } catch (error) {
        const code = (error as { code?: unknown }).code
        return { refused: typeof code === 'string' && code.startsWith('ERR_J') ? code : 'keys_unreachable' }
      }
    },
  }
}
