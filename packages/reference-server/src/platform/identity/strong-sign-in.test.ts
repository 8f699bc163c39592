import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import type { SessionPerson } from './begin-session.ts'
import { startTokenEndpoint, type TokenEndpoint } from './token-endpoint.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

const nurse: SessionPerson = {
  kind: 'member',
  personId: newId(),
  roles: ['nurse'],
  patientIds: [],
  practitionerId: null,
}

describe.each(platformEngines)('the sign-in of a nurse on %s', (engine) => {
  let endpoint: TokenEndpoint
  beforeAll(async () => {
    endpoint = await startTokenEndpoint(engine)
    endpoint.people.set('nora', nurse)
  })
  afterAll(() => endpoint.stop())

  const proof = (claims: Record<string, unknown>) =>
    endpoint.issuer.idToken('nora', endpoint.server.clock.now(), { claims })
  const exchange = async (claims: Record<string, unknown>, more: Record<string, string> = {}) =>
    endpoint.exchange(await proof(claims), more)
  const neededBy = async (access: string) => (await endpoint.getSession(access)).body.neededSignIn
  const stored = async (id: string) =>
    endpoint.server.identity.sessions.find(endpoint.server.organizationId, id, endpoint.server.clock.now().getTime())

  it('with a password alone begins a session that says what is missing', async () => {
    const { status, body } = await exchange({ amr: ['pwd'] })
    expect(status).toBe(200)
    expect(await neededBy(body.access_token)).toBe('second-step')
  })

  it('without an assertion, or with one of another type, is as weak as a password', async () => {
    for (const amr of [undefined, null, 'mfa', { mfa: true }, [['mfa']], [1]]) {
      const { body } = await exchange({ amr, acr: 7 })
      expect(await neededBy(body.access_token)).toBe('second-step')
    }
  })

  it('with a second step needs nothing more, by method or by class', async () => {
    expect(await neededBy((await exchange({ amr: ['pwd', 'otp'] })).body.access_token)).toBeNull()
    expect(await neededBy((await exchange({ amr: undefined, acr: 'phr' })).body.access_token)).toBeNull()
  })

  it('becomes strong when the person confirms it with a second step', async () => {
    const { body } = await exchange({ amr: ['pwd'] })
    const confirmed = await exchange({ amr: ['pwd', 'otp'] }, { session_id: body.session_id })
    expect(confirmed.status).toBe(200)
    expect(await neededBy(body.access_token)).toBeNull()
    const { rows } = await endpoint.server.platform.database
      .reader({ domain: 'identity', organizationId: endpoint.server.organizationId })
      .selectFrom('identity.sessions')
      .select('sign_in_methods')
      .where('id', '=', body.session_id)
      .execute()
      .then((found) => ({ rows: found }))
    expect(rows).toEqual([{ sign_in_methods: ['pwd', 'otp'] }])
  })

  it('is not confirmed by a weaker one, which says how to sign in, and stays as strong as it was', async () => {
    const { body } = await exchange({ amr: ['mfa'] })
    const before = await stored(body.session_id)
    const authenticatedAt = before?.caller.authenticatedAt
    endpoint.server.clock.advance({ seconds: 5 })
    const refused = await exchange({ amr: ['pwd', 'sms', 'mfa'] }, { session_id: body.session_id })
    expect([refused.status, refused.body.code, refused.body.signIn]).toEqual([
      403,
      'strong_sign_in_required',
      'second-step',
    ])
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer error="insufficient_user_authentication", acr_values="phr phrh"',
    )
    expect((await stored(body.session_id))?.caller.authenticatedAt).toEqual(authenticatedAt)
    expect(await neededBy(body.access_token)).toBeNull()
  })
})

describe.each(platformEngines)('the training of a nurse on %s', (engine) => {
  let endpoint: TokenEndpoint
  beforeAll(async () => {
    endpoint = await startTokenEndpoint(engine)
    endpoint.people.set('nora', nurse)
  })
  afterAll(() => endpoint.stop())

  it('is looked at again with each refresh: what expired or was recorded since counts in the same session', async () => {
    const proof = await endpoint.issuer.idToken('nora', endpoint.server.clock.now(), { claims: { amr: ['mfa'] } })
    let { body } = await endpoint.exchange(proof)
    const endsAt = async () => (await endpoint.getSession(body.access_token)).body.trainingEndsAt
    const refresh = async (trainingEndsAt: Date | null) => {
      endpoint.people.set('nora', { ...nurse, trainingEndsAt })
      body = (await endpoint.request({ grant_type: 'refresh_token', refresh_token: body.refresh_token })).body
    }
    expect(await endsAt()).toBeNull()
    await refresh(new Date('2026-11-25T05:00:00Z'))
    expect(await endsAt()).toBe('2026-11-25T05:00:00Z')
    // Another process reads it from the database.
    const { rows } = await endpoint.server.platform.database
      .reader({ domain: 'identity', organizationId: endpoint.server.organizationId })
      .selectFrom('identity.sessions')
      .select('training_ends_at')
      .execute()
      .then((found) => ({ rows: found }))
    expect(rows).toEqual([{ training_ends_at: new Date('2026-11-25T05:00:00Z') }])
    await refresh(null)
    expect(await endsAt()).toBeNull()
  })
})

describe.each(platformEngines)('a role that is gained on %s', (engine) => {
  let endpoint: TokenEndpoint
  beforeAll(async () => {
    endpoint = await startTokenEndpoint(engine)
    endpoint.people.set('nora', nurse)
  })
  afterAll(() => endpoint.stop())

  it('makes the limits of the session stricter, and a role that is lost does not make them longer', async () => {
    const now = endpoint.server.clock.now()
    const proof = await endpoint.issuer.idToken('nora', now, { claims: { amr: ['hwk', 'user'] } })
    let { body } = await endpoint.exchange(proof)
    const limits = async () => {
      const { idleEndsAt, absoluteEndsAt, lastActiveAt } = (await endpoint.getSession(body.access_token)).body
      return {
        idle: (Date.parse(idleEndsAt) - Date.parse(lastActiveAt)) / 60_000,
        absolute: (Date.parse(absoluteEndsAt) - now.getTime()) / 3_600_000,
      }
    }
    const refresh = async (roles: typeof nurse.roles) => {
      endpoint.people.set('nora', { ...nurse, roles })
      body = (await endpoint.request({ grant_type: 'refresh_token', refresh_token: body.refresh_token })).body
    }
    expect(await limits()).toEqual({ idle: 15, absolute: 12 })
    await refresh(['nurse', 'administrator'])
    expect(await limits()).toEqual({ idle: 10, absolute: 8 })
    await refresh(['nurse'])
    expect(await limits()).toEqual({ idle: 10, absolute: 8 })
    // Another process reads them from the database.
    const stored = await endpoint.server.platform.database
      .reader({ domain: 'identity', organizationId: endpoint.server.organizationId })
      .selectFrom('identity.sessions')
      .select(['idle_seconds', 'absolute_ends_at'])
      .execute()
    expect(stored).toEqual([{ idle_seconds: 600, absolute_ends_at: new Date(now.getTime() + 8 * 3_600_000) }])
    endpoint.server.clock.advance({ minutes: 10 })
    expect((await endpoint.getSession(body.access_token)).status).toBe(401)
  })
})

describe.each(platformEngines)('an ID token on %s', (engine) => {
  let endpoint: TokenEndpoint
  beforeAll(async () => {
    endpoint = await startTokenEndpoint(engine)
  })
  afterAll(() => endpoint.stop())
  const idToken = () => endpoint.issuer.idToken('amelia', endpoint.server.clock.now())
  const openSessions = async () =>
    (
      await endpoint.server.platform.database
        .reader({ domain: 'identity', organizationId: endpoint.server.organizationId })
        .selectFrom('identity.sessions')
        .select('id')
        .execute()
    ).length

  it('begins one session: a second exchange says that it was used, and begins none', async () => {
    const token = await idToken()
    expect((await endpoint.exchange(token)).status).toBe(200)
    const before = await openSessions()
    const again = await endpoint.exchange(token)
    expect([again.status, again.body.code, again.body.error]).toEqual([400, 'token_used', 'invalid_grant'])
    expect(await openSessions()).toBe(before)
  })

  it('begins one session also when it is sent ten times at once', async () => {
    const token = await idToken()
    const before = await openSessions()
    const answers = await Promise.all(Array.from({ length: 10 }, () => endpoint.exchange(token)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(
      new Set(['token_used']),
    )
    expect(await openSessions()).toBe(before + 1)
  })

  it('confirms a session once, and not after it has begun one', async () => {
    const [first, second] = [await idToken(), await idToken()]
    const { body } = await endpoint.exchange(first)
    const confirm = (token: string) => endpoint.exchange(token, { session_id: body.session_id })
    expect((await confirm(first)).body.code).toBe('token_used')
    expect((await confirm(second)).status).toBe(200)
    expect((await confirm(second)).body.code).toBe('token_used')
    expect((await endpoint.exchange(second)).body.code).toBe('token_used')
  })

  it('with another signature over the same words is the same token', async () => {
    const token = await idToken()
    expect((await endpoint.exchange(token)).status).toBe(200)
    // For r and s of a signature on P-256, r and n - s are one too.
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
    const [header = '', payload = '', signature = ''] = token.split('.')
    const bytes = Buffer.from(signature, 'base64url')
    const other = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`)
    const s = Buffer.from(other.toString(16).padStart(64, '0'), 'hex')
    const forged = [header, payload, Buffer.concat([bytes.subarray(0, 32), s]).toString('base64url')].join('.')
    expect((await endpoint.exchange(forged)).body.code).toBe('token_used')
  })

  it('is remembered until it expires, and then deleted', async () => {
    const { server } = endpoint
    const proofs = async () =>
      (
        await server.platform.database
          .reader({ domain: 'identity', organizationId: server.organizationId })
          .selectFrom('identity.used_proofs')
          .select('id')
          .execute()
      ).length
    await endpoint.exchange(await idToken())
    const [job] = server.identity.module.jobs
    await job?.run(server.clock.now())
    expect(await proofs()).toBeGreaterThan(0)
    await job?.run(new Date(server.clock.now().getTime() + 305_000 + 1_000))
    expect(await proofs()).toBe(0)
  })
})
