import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Uint8Array, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)

/**
 * About 30 ms and 16 MB. Secrets are 256 random bits unless a person chose one (at least 32 characters), so this may be faster than for a
 * password. It protects a weak choice, and must not allow denial of service.
 */
const cost = { N: 2 ** 14, r: 8, p: 1, maxmem: 32 * 1024 * 1024 }
const length = 32

/**
 * `sha256$salt$hash`, base64url: for a secret of 256 random bits, which cannot be guessed, however fast the hash is. It is checked in
 * microseconds, so a flood of wrong secrets does not delay a right one.
 */
export const hashRandomSecret = (secret: string): string => {
  const salt = randomBytes(16)
  return ['sha256', salt.toString('base64url'), digest(salt, secret).toString('base64url')].join('$')
}

const digest = (salt: Uint8Array, secret: string): Buffer => createHash('sha256').update(salt).update(secret).digest()

const matchesRandom = (secret: string, stored: string): boolean => {
  const [, salt = '', expected = ''] = stored.split('$')
  const given = digest(Buffer.from(salt, 'base64url'), secret)
  const right = Buffer.from(expected, 'base64url')
  return given.length === right.length && timingSafeEqual(given, right)
}

/** `scrypt$N$r$p$salt$hash`, base64url: for a secret that a person chose. */
export const hashSecret = async (secret: string): Promise<string> => {
  const salt = randomBytes(16)
  const hash = await derive(secret, salt, length, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

const matches = async (secret: string, stored: string): Promise<boolean> => {
  const [scheme, N, r, p, salt, expected] = stored.split('$')
  if (scheme !== 'scrypt' || salt === undefined || expected === undefined) return false
  const hash = await derive(secret, Buffer.from(salt, 'base64url'), length, {
    N: Number(N),
    r: Number(r),
    p: Number(p),
    maxmem: cost.maxmem,
  })
  return timingSafeEqual(hash, Buffer.from(expected, 'base64url'))
}

/**
 * Used if there is no such client, or if its secret is random: an unknown client and each wrong secret cost the same slow hash. So the time
 * does not show which clients exist.
 */
const decoy = hashSecret(randomBytes(32).toString('base64url'))

/** Where a secret comes from, and whose it claims to be. */
export interface Claimant {
  readonly address: string
  readonly clientId: string
}

/**
 * Verifies client secrets. scrypt is slow by intention and portals authenticate all day, so a correct secret is cached for ten minutes:
 * as a hash with a key of this process, from which the secret cannot be derived, and together with the stored hash, so that a changed
 * secret is verified at once.
 */
export const createSecretVerifier = (
  inTurn: <T>(check: () => Promise<T>, who: Claimant) => Promise<T>,
): ((secret: string, stored: string | null, now: number, who: Claimant) => Promise<boolean>) => {
  const key = randomBytes(32)
  const proven = new Map<string, number>()
  const cacheMs = 10 * 60_000
  return async (secret, stored, now, who) => {
    if (stored === null) {
      await inTurn(async () => matches(secret, await decoy), who)
      return false
    }
    if (stored.startsWith('sha256$')) {
      if (matchesRandom(secret, stored)) return true
      await inTurn(async () => matches(secret, await decoy), who)
      return false
    }
    const mark = createHmac('sha256', key).update(stored).update('\0').update(secret).digest('base64')
    const until = proven.get(mark)
    if (until !== undefined && until > now) return true
    if (!(await inTurn(() => matches(secret, stored), who))) return false
    if (proven.size > 10_000) proven.clear()
    proven.set(mark, now + cacheMs)
    return true
  }
}
