import { argon2, createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
const deriveWithScrypt = promisify<string, Uint8Array, number, object, Buffer>(scrypt)

/**
 * Memory in KiB, passes and lanes: the least that OWASP's Password Storage Cheat Sheet recommends, about 30 ms. Secrets are 256 random bits
 * unless a person chose one (at least 32 characters), so this may be faster than for a password. It protects a weak choice, and must not
 * allow denial of service.
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
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

const hashOf = (secret: string, nonce: Uint8Array, how: typeof cost): Promise<Buffer> =>
  derive('argon2id', { message: secret, nonce, tagLength: length, ...how })

const toBase64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, the PHC string format: for a secret that a person chose. */
export const hashSecret = async (secret: string): Promise<string> => {
  const salt = randomBytes(16)
  const hash = await hashOf(secret, salt, cost)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${toBase64(salt)}$${toBase64(hash)}`
}

const phcString = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

/** Stored by a release before Argon2id: `scrypt$N$r$p$salt$hash`, base64url. Replaced when its secret is proven. */
export const isOutdated = (stored: string): boolean => stored.startsWith('scrypt$')

const matches = async (secret: string, stored: string): Promise<boolean> => {
  if (isOutdated(stored)) {
    const [, N, r, p, salt = '', expected = ''] = stored.split('$')
    const how = { N: Number(N), r: Number(r), p: Number(p), maxmem: 32 * 1024 * 1024 }
    const hash = await deriveWithScrypt(secret, Buffer.from(salt, 'base64url'), length, how)
    return timingSafeEqual(hash, Buffer.from(expected, 'base64url'))
  }
  const [, memory, passes, parallelism, salt = '', expected = ''] = phcString.exec(stored) ?? []
  if (memory === undefined) return false
  const how = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const hash = await hashOf(secret, Buffer.from(salt, 'base64'), how)
  return timingSafeEqual(hash, Buffer.from(expected, 'base64'))
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
 * Verifies client secrets. Argon2id is slow by intention and portals authenticate all day, so a correct secret is cached for ten minutes:
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
