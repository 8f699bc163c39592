import { hash } from 'node:crypto'
import type { AccessTokenClaims } from './access-tokens.ts'

/**
 * Verified tokens, by their SHA-256: verifying the signature on every request costs four times as much as everything else together. An
 * entry is valid until its token expires, and identifies only the session. Whether the session is still valid is checked on every
 * request. The tokens themselves are not stored.
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

  /** Removes expired entries. */
  sweep(now: number): void {
    for (const [digest, claims] of this.#claims) if (claims.expiresAt <= now) this.#claims.delete(digest)
  }

  /** Insertion order is approximately the order of expiry. */
  #dropOldest(): void {
    const oldest = this.#claims.keys().next()
    if (!oldest.done) this.#claims.delete(oldest.value)
  }
}
