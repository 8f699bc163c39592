import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
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

/** `scrypt$N$r$p$salt$hash`, base64url. */
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

/** Used if there is no such client, so that an unknown client takes as long as a wrong secret. */
const decoy = hashSecret(randomBytes(32).toString('base64url'))

/**
 * Verifies client secrets. scrypt is slow by intention and portals authenticate all day, so a correct secret is cached for ten minutes:
 * as a hash with a key of this process, from which the secret cannot be derived, and together with the stored hash, so that a changed
 * secret is verified at once.
 */
export const createSecretVerifier = (): ((secret: string, stored: string | null, now: number) => Promise<boolean>) => {
  const key = randomBytes(32)
  const proven = new Map<string, number>()
  const cacheMs = 10 * 60_000
  return async (secret, stored, now) => {
    if (stored === null) {
      await matches(secret, await decoy)
      return false
    }
    const mark = createHmac('sha256', key).update(stored).update('\0').update(secret).digest('base64')
    const until = proven.get(mark)
    if (until !== undefined && until > now) return true
    if (!(await matches(secret, stored))) return false
    if (proven.size > 10_000) proven.clear()
    proven.set(mark, now + cacheMs)
    return true
  }
}
