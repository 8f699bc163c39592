import { generateKeyPair, decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import type { TestServer } from '../http/tests/start-test-server.testing.ts'
import type { TestIssuer } from './tests/start-test-issuer.testing.ts'
import { amelia, exchangeType, startTokenEndpoint, type TokenEndpoint } from './token-endpoint.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('the token endpoint on %s', (engine) => {
  let endpoint: TokenEndpoint
  let server: TestServer
  let issuer: TestIssuer
  beforeAll(async () => {
    endpoint = await startTokenEndpoint(engine)
    ;({ server, issuer } = endpoint)
  })
  afterAll(() => endpoint.stop())

  it('exchanges a portal’s ID token for a session in that portal, on the record', async () => {
    const { status, headers, body } = await endpoint.exchange(await issuer.idToken('amelia', server.clock.now()))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 600,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    })
    expect(decodeProtectedHeader(body.access_token)).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' })
    expect(decodeJwt(body.access_token)).toMatchObject({ sid: body.session_id, org: server.organizationId })
    expect((await endpoint.getSession(body.access_token)).body).toMatchObject({
      id: body.session_id,
      kind: 'patient',
      clientId: server.portal.clientId,
    })
    expect((await server.accessRows({ operation: 'exchangeToken' })).at(-1)).toMatchObject({
      action: 'create',
      entity: 'Session',
      entityId: body.session_id,
      actorKind: 'patient',
      actorId: amelia.personId,
      sessionId: body.session_id,
      outcome: 'done',
    })
  })

  it('dates the session’s authentication from when the person signed in, not from the exchange', async () => {
    const old = Math.floor(server.clock.now().getTime() / 1_000) - 3_600
    const { body } = await endpoint.exchange(
      await issuer.idToken('amelia', server.clock.now(), { claims: { auth_time: old } }),
    )
    const session = await server.identity.sessions.find(
      server.organizationId,
      body.session_id,
      server.clock.now().getTime(),
    )
    expect(session?.caller.authenticatedAt.getTime()).toBe(old * 1_000)
  })

  describe('with a recent ID token for an existing session', () => {
    const provedAt = (minutesAgo: number) => Math.floor(server.clock.now().getTime() / 1_000) - minutesAgo * 60
    const prove = async (subject: string, minutesAgo: number, sessionId: string) =>
      endpoint.exchange(
        await issuer.idToken(subject, server.clock.now(), { claims: { auth_time: provedAt(minutesAgo) } }),
        {
          session_id: sessionId,
        },
      )
    const provedWhen = async (sessionId: string) =>
      (await server.identity.sessions.find(server.organizationId, sessionId, server.clock.now().getTime()))?.caller
        .authenticatedAt

    it('confirms that session and creates no other, on the record', async () => {
      const { body: first } = await endpoint.exchange(
        await issuer.idToken('amelia', server.clock.now(), { claims: { auth_time: provedAt(60) } }),
      )
      const { status, body } = await prove('amelia', 1, first.session_id)
      expect(status).toBe(200)
      expect(body.session_id).toBe(first.session_id)
      expect(body.refresh_token).toBeUndefined()
      expect(await provedWhen(first.session_id)).toEqual(new Date(provedAt(1) * 1_000))
      expect((await endpoint.getSession(body.access_token)).status).toBe(200)
      expect((await server.accessRows({ operation: 'exchangeToken' })).at(-1)).toMatchObject({
        action: 'update',
        because: 'step-up',
        entityId: first.session_id,
      })
    })

    it('never replaces the authentication time by an older one', async () => {
      const { sessionId } = await endpoint.signIn()
      const before = await provedWhen(sessionId)
      await prove('amelia', 120, sessionId)
      expect(await provedWhen(sessionId)).toEqual(before)
    })

    it('refuses another person’s session like one that does not exist', async () => {
      endpoint.people.set('zoe', { ...amelia, personId: newId(), patientIds: ['p-zoe'] })
      const { sessionId } = await endpoint.signIn()
      const theirs = await prove('zoe', 1, sessionId)
      const nobodys = await prove('zoe', 1, newId())
      expect([theirs.status, theirs.body.code]).toEqual([400, 'invalid_grant'])
      expect(theirs.body.detail).toBe(nobodys.body.detail)
    })

    it('refuses a session that has ended', async () => {
      const { access, sessionId } = await endpoint.signIn()
      await fetch(`${server.url}/v1/session`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${access}`, origin: server.portal.origin ?? '' },
      })
      expect((await prove('amelia', 1, sessionId)).body.code).toBe('session_expired')
    })
  })

  it('fetches an issuer’s keys once, and again when a token names another key', async () => {
    await endpoint.signIn()
    const before = issuer.fetches
    await endpoint.signIn()
    expect(issuer.fetches).toBe(before)
    await issuer.rotate()
    // Keys are fetched again at most every thirty seconds.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 })
    try {
      expect(await endpoint.getSession((await endpoint.signIn()).access)).toMatchObject({ status: 200 })
    } finally {
      vi.useRealTimers()
    }
    expect(issuer.fetches).toBe(before + 1)
  })

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['has expired', { exp: 1_764_083_000, iat: 1_764_082_000 }, {}],
    ['is for another audience', { aud: 'somebody-else' }, {}],
    ['was asked for by another client', { azp: 'somebody-else' }, {}],
    ['is not valid yet', { nbf: 1_995_000_000 }, {}],
    ['is of an issuer that nobody registered', { iss: 'https://evil.example' }, {}],
    ['is of an issuer that no database can store', { iss: 'https://evil.example/\0' }, {}],
    ['is of an issuer that is no text', { iss: ['https://evil.example'] }, {}],
    ['names nobody we know', { sub: 'nobody' }, {}],
    ['says that the person signed in tomorrow', { auth_time: 1_995_000_000 }, {}],
    ['is an access token', {}, { typ: 'at+jwt' }],
    ['is a logout token', {}, { typ: 'logout+jwt' }],
  ])('refuses a token that %s', async (_what, claims, header) => {
    const before = (await server.accessRows({ operation: 'exchangeToken' })).length
    const { status, body } = await endpoint.exchange(
      await issuer.idToken('amelia', server.clock.now(), { claims, header }),
    )
    expect(status).toBe(400)
    const code = 'iss' in claims ? 'unknown_issuer' : 'invalid_grant'
    expect(body).toMatchObject({ error: 'invalid_grant', code })
    const rows = await server.accessRows({ operation: 'exchangeToken' })
    expect(rows.length).toBe(before + 1)
    expect(rows.at(-1)).toMatchObject({ outcome: 'refused', refusal: code, actorId: server.portal.clientId })
  })

  it('refuses a token with another signature, or with none', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const forged = await issuer.idToken('amelia', server.clock.now(), { key: privateKey })
    const [, claims = ''] = forged.split('.')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`
    for (const token of [forged, unsigned, 'not a token'])
      expect((await endpoint.exchange(token)).body.error).toBe('invalid_grant')
  })

  it('gives the same response for a wrong secret and for an unknown client', async () => {
    const wrong = await endpoint.request({ grant_type: 'client_credentials' }, { secret: 'x'.repeat(43) })
    const unknown = await endpoint.request(
      { grant_type: 'client_credentials' },
      { clientId: 'nobody', secret: 'x'.repeat(43) },
    )
    for (const { status, headers, body } of [wrong, unknown]) {
      expect(status).toBe(401)
      expect(body.error).toBe('invalid_client')
      expect(headers.get('www-authenticate')).toContain('Basic')
    }
    expect(wrong.body.detail).toBe(unknown.body.detail)
    // For the existing client, its organization has a row in the ledger.
    expect((await server.accessRows({ operation: 'exchangeToken' })).at(-1)).toMatchObject({
      refusal: 'invalid_client',
      actorId: server.portal.clientId,
    })
  })

  it('refuses a grant and an origin that are not registered for the client', async () => {
    expect((await endpoint.request({ grant_type: 'client_credentials' })).body.error).toBe('unauthorized_client')
    const token = await issuer.idToken('amelia', server.clock.now())
    expect((await endpoint.exchange(token, { origin: 'https://evil.example' })).body.error).toBe('unauthorized_client')
    expect((await endpoint.request({ grant_type: 'password' })).status).toBe(400)
    expect((await endpoint.request({ grant_type: exchangeType })).body).toMatchObject({
      error: 'invalid_request',
      errors: [{ pointer: '/subject_token' }],
    })
  })

  it('gives a program its own session, which has no idle limit and cannot be refreshed', async () => {
    const clientId = `feed-${newId()}`
    const { secret } = await server.identity.clients.register({
      organizationId: server.organizationId,
      clientId,
      name: 'Nightly feed',
      grants: ['client_credentials'],
      origins: [],
    })
    const { body } = await endpoint.request({ grant_type: 'client_credentials' }, { clientId, secret })
    expect(body.refresh_token).toBeUndefined()
    expect((await endpoint.getSession(body.access_token, null)).body).toMatchObject({
      kind: 'service',
      idleEndsAt: null,
      absoluteEndsAt: '2026-11-26T15:00:00Z',
    })
  })

  describe('for a portal that is a kiosk', () => {
    const signInAtKiosk = async () => {
      const clientId = `kiosk-${newId()}`
      const { secret } = await server.identity.clients.register({
        organizationId: server.organizationId,
        clientId,
        name: 'Tablet at the front desk',
        grants: ['token-exchange', 'refresh_token'],
        origins: [server.portal.origin],
        isKiosk: true,
      })
      const form = {
        grant_type: exchangeType,
        subject_token: await issuer.idToken('amelia', server.clock.now()),
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      }
      const { body } = await endpoint.request(form, { clientId, secret })
      const sessionId: string = body.session_id
      const refresh = () =>
        endpoint.request({ grant_type: 'refresh_token', refresh_token: body.refresh_token }, { clientId, secret })
      const find = () => server.identity.sessions.find(server.organizationId, sessionId, server.clock.now().getTime())
      return { access: body.access_token as string, refresh, find }
    }

    it('a session ends after two idle minutes, on the server', async () => {
      const { access, find, refresh } = await signInAtKiosk()
      server.clock.advance({ seconds: 119 })
      expect((await endpoint.getSession(access)).status).toBe(200)
      server.clock.advance({ seconds: 1 })
      expect((await endpoint.getSession(access)).body.code).toBe('session_expired')
      await server.identity.sessions.sweep(server.clock.now())
      expect((await find())?.ended).toBe('idle')
      expect((await refresh()).body.error).toBe('invalid_grant')
    })

    it('a session ends after 30 minutes, however active the person is', async () => {
      const { access, find, refresh } = await signInAtKiosk()
      const session = await find()
      if (!session) throw new Error('There is no session.')
      for (let minute = 0; minute < 29; minute++) {
        server.clock.advance({ minutes: 1 })
        server.identity.gate.touchSession(session, server.clock.now())
      }
      expect((await find())?.ended).toBeNull()
      server.clock.advance({ minutes: 1 })
      expect((await endpoint.getSession(access)).status).toBe(401)
      await server.identity.sessions.sweep(server.clock.now())
      expect((await find())?.ended).toBe('absolute')
      expect((await refresh()).body.error).toBe('invalid_grant')
    })
  })

  it('stores neither tokens nor secrets in the log or the database', async () => {
    const { access, refresh } = await endpoint.signIn()
    expect(endpoint.logged.join('')).not.toContain(access)
    expect(endpoint.logged.join('')).not.toContain(refresh)
    const stored = await server.keep('identity', async ({ tx }) => [
      await tx.selectFrom('identity.sessions').selectAll().execute(),
      await tx.selectFrom('identity.refresh_tokens').selectAll().execute(),
      await tx.selectFrom('identity.clients').selectAll().execute(),
    ])
    const text = JSON.stringify(stored)
    for (const secret of [access, refresh, server.portal.clientSecret]) expect(text).not.toContain(secret)
  })
})
