import { hash } from 'node:crypto'
import type { AccessTokenClaims } from './access-tokens.ts'

/**
 * Tokens that were verified once, by their SHA-256: verifying the signature on every request costs four times everything else
 * together. An entry is worth nothing beyond its token's expiry, and says only which session to ask: whether that one still
 * stands is asked on every request. The tokens themselves are not kept.
 */
export class TokenCache {
  readonly #claims = new Map<string, AccessTokenClaims>()
  readonly #limit: number

  constructor(limit = 200_000) {
    this.#limit = limit
  }

  static digest(token: string): string {
    return hash('sha256', token, 'base64')
  }

  get(digest: string, now: number): AccessTokenClaims | null {
    const claims = this.#claims.get(digest)
    if (claims === undefined) return null
    if (claims.expiresAt > now) return claims
    this.#claims.delete(digest)
    return null
  }

  set(digest: string, claims: AccessTokenClaims): void {
    if (this.#claims.size >= this.#limit) this.#dropOldest()
    this.#claims.set(digest, claims)
  }

  /** Forgets what has expired. */
  sweep(now: number): void {
    for (const [digest, claims] of this.#claims) if (claims.expiresAt <= now) this.#claims.delete(digest)
  }

  /** Insertion order is, near enough, order of expiry. */
  #dropOldest(): void {
    const oldest = this.#claims.keys().next()
    if (!oldest.done) this.#claims.delete(oldest.value)
  }
}
