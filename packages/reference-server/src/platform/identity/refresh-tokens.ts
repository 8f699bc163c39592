import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SigningKeys } from './signing-keys.ts'

/**
 * Refresh tokens: 256 random bits and a code that only a holder of the token key can make. The code proves nothing; it distinguishes a
 * forged token from one of ours without a query. Tokens from before a rotation of the key, whose code is another, are looked up like unproven ones.
 */
export interface RefreshTokens {
  create(): { readonly token: string; readonly hash: Uint8Array }
  /** Whether the code is right. */
  isOurs(token: string): boolean
}

const randomLength = 43
const codeLength = 22

/** Only the hash is stored, so that a reader of the database cannot refresh. */
export const hashRefreshToken = (token: string): Uint8Array => createHash('sha256').update(token).digest()

export const createRefreshTokens = ({ privateKey }: Pick<SigningKeys, 'privateKey'>): RefreshTokens => {
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' })
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'visitkit refresh token code', 32))
  const codeOf = (random: string): string =>
    createHmac('sha256', key).update(random).digest('base64url').slice(0, codeLength)
  return {
    create: () => {
      const random = randomBytes(32).toString('base64url')
      const token = random + codeOf(random)
      return { token, hash: hashRefreshToken(token) }
    },
    isOurs: (token) => {
      if (token.length !== randomLength + codeLength) return false
      const given = Buffer.from(token.slice(randomLength))
      const expected = Buffer.from(codeOf(token.slice(0, randomLength)))
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}
