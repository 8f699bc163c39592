import { randomBytes, scryptSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'
import { startTokenEndpoint, type TokenEndpoint } from './token-endpoint.testing.ts'

/* Secrets of programs that a person chose, instead of one that the server generates. */

const words = 'green ladder seven quiet harbor mint'
const long = `${words} ${'over nine small bridges and back, '.repeat(6)}end`

describe.each(platformEngines)('the secret of a program on %s', (engine) => {
  let endpoint: TokenEndpoint
  beforeAll(async () => {
    endpoint = await startTokenEndpoint(engine)
  })
  afterAll(() => endpoint.stop())

  const register = async (secret?: string, clientId = `feed-${newId()}`) => {
    const { organizationId, identity } = endpoint.server
    const given = {
      organizationId,
      clientId,
      name: 'Nightly feed',
      origins: [],
      ...(secret !== undefined && { secret }),
    }
    const registered = await identity.clients.register({ ...given, grants: ['client_credentials'] })
    return { clientId, secret: registered.secret }
  }
  const isProven = async (clientId: string, secret: string, now = endpoint.server.clock.now()): Promise<boolean> =>
    (await endpoint.server.identity.clients.authenticate(clientId, secret, now, '203.0.113.7')).isProven
  const hashOf = async (clientId: string): Promise<string> => {
    const rows = await endpoint.server.keep('identity', ({ tx }) =>
      tx.selectFrom('identity.clients').selectAll().execute(),
    )
    return rows.find((row) => row['client_id'] === clientId)?.['secret_hash'] as string
  }

  it.each([
    ['of 31 characters', 'q8#Lm2!vRz0@Wp5^Tk7&Yd3*Hs9(Jb1', 'at least 32 characters'],
    ['of one character', 'x'.repeat(40), 'easy to guess'],
    ['that is a run', 'abcdefghijklmnopqrstuvwxyz0123456789', 'easy to guess'],
    ['of known words', 'Password-ChangeMe-Qwerty-Letmein-123', 'easy to guess'],
    ['that repeats a short one', 'k7Fq2'.repeat(8), 'easy to guess'],
    ['of its own id', 'pharmacy-bridge-pharmacy-bridge-2026', 'easy to guess', 'pharmacy-bridge'],
  ])('is refused if it is one %s', async (_what, secret, why, clientId = `feed-${newId()}`) => {
    await expect(register(secret, clientId)).rejects.toThrow(why)
  })

  it.each([
    ['of 32 characters', 'q8#Lm2!vRz0@Wp5^Tk7&Yd3*Hs9(Jb1-'],
    ['of small letters and spaces alone', words],
    ['of digits alone', '6174 9031 5528 4067 1953 8246 7310 9482'],
    ['of 64 characters', 'q8#Lm2!vRz0@Wp5^Tk7&Yd3*Hs9(Jb1-'.repeat(2)],
    ['of 240 characters', long],
    ['of other scripts', 'Ünïcødé λέξεις и слова 言葉と数字を混ぜた秘密 كلمات سرية'],
  ])('may be one %s, and is compared to its last character', async (_what, secret) => {
    const clientId = `feed-${newId()}`
    await expect(register(secret, clientId)).resolves.toEqual({ clientId, secret })
    expect(await isProven(clientId, secret)).toBe(true)
    expect(await isProven(clientId, secret.slice(0, -1))).toBe(false)
    expect(await isProven(clientId, `${secret.slice(0, -1)}~`)).toBe(false)
    expect(await isProven(clientId, `${secret} `)).toBe(false)
  })

  it('is stored as a slow hash with a salt of its own; a generated one has 256 random bits', async () => {
    const [one, other] = [await register(words), await register(words)]
    const [hash, another] = [await hashOf(one.clientId), await hashOf(other.clientId)]
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$[\w+/]{22}\$[\w+/]{43}$/.exec(hash) ?? []
    // OWASP's least for Argon2id.
    expect(Number(memory)).toBeGreaterThanOrEqual(19_456)
    expect(Number(passes)).toBeGreaterThanOrEqual(2)
    expect(another).not.toBe(hash)
    const [generated, next] = [await register(), await register()]
    expect(Buffer.from(generated.secret, 'base64url')).toHaveLength(32)
    expect(next.secret).not.toBe(generated.secret)
    expect(await hashOf(generated.clientId)).not.toContain(generated.secret)
  })

  it('that was stored with scrypt stays right, and is stored with Argon2id once it was proven', async () => {
    const { clientId } = await register(words)
    const store = async (secret: string): Promise<void> => {
      const salt = randomBytes(16)
      const hash = scryptSync(secret, salt, 32, { N: 2 ** 14, r: 8, p: 1 })
      const before = ['scrypt', 2 ** 14, 8, 1, salt.toString('base64url'), hash.toString('base64url')].join('$')
      await endpoint.server.keep('identity', ({ tx }) =>
        tx.updateTable('identity.clients').set({ secret_hash: before }).where('client_id', '=', clientId).execute(),
      )
    }
    await store(words)
    expect(await isProven(clientId, `${words}s`)).toBe(false)
    expect(await hashOf(clientId)).toMatch(/^scrypt\$/)
    expect(await isProven(clientId, words)).toBe(true)
    expect(await hashOf(clientId)).toMatch(/^\$argon2id\$/)
    expect(await isProven(clientId, words)).toBe(true)
    expect(await isProven(clientId, `${words}s`)).toBe(false)
  })

  it('does not expire', async () => {
    const chosen = await register(words)
    const generated = await register()
    const inTenYears = new Date(endpoint.server.clock.now().getTime() + 10 * 365 * 86_400_000)
    expect(await isProven(chosen.clientId, chosen.secret, inTenYears)).toBe(true)
    expect(await isProven(generated.clientId, generated.secret, inTenYears)).toBe(true)
  })
})
