import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../http/tests/start-test-server.testing.ts'
import { amelia, startTokenEndpoint, type TokenEndpoint } from './token-endpoint.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('the token endpoint, for a refresh, on %s', (engine) => {
  let endpoint: TokenEndpoint
  let server: TestServer
  beforeAll(async () => {
    endpoint = await startTokenEndpoint(engine)
    ;({ server } = endpoint)
  })
  afterAll(() => endpoint.stop())

  it('gives a new pair and keeps the session', async () => {
    const first = await endpoint.signIn()
    server.clock.advance({ minutes: 9 })
    const { status, body } = await endpoint.request({ grant_type: 'refresh_token', refresh_token: first.refresh })
    expect(status).toBe(200)
    expect(body.session_id).toBe(first.sessionId)
    expect(body.refresh_token).not.toBe(first.refresh)
    server.clock.advance({ minutes: 2 })
    expect((await endpoint.getSession(first.access)).body.code).toBe('token_expired')
    expect((await endpoint.getSession(body.access_token)).status).toBe(200)
  })

  it('ends the session when a refresh token is used twice: one of its two holders stole it', async () => {
    const first = await endpoint.signIn()
    const second = await endpoint.request({ grant_type: 'refresh_token', refresh_token: first.refresh })
    server.clock.advance({ seconds: 31 })
    const stolen = await endpoint.request({ grant_type: 'refresh_token', refresh_token: first.refresh })
    expect(stolen.body.error).toBe('invalid_grant')
    expect((await endpoint.getSession(second.body.access_token)).body.code).toBe('session_ended')
    expect(
      (await endpoint.request({ grant_type: 'refresh_token', refresh_token: second.body.refresh_token })).body.error,
    ).toBe('invalid_grant')
    expect((await server.accessRows({ operation: 'identity.end-session' })).at(-1)).toMatchObject({
      entityId: first.sessionId,
      because: 'refresh-reused',
    })
  })

  const refreshWith = (token: string) => endpoint.request({ grant_type: 'refresh_token', refresh_token: token })

  it('issues another pair to a page that lost the response, repeatedly, and only the last one is valid', async () => {
    const { refresh, sessionId } = await endpoint.signIn()
    const [lost, alsoLost] = [await refreshWith(refresh), await refreshWith(refresh)]
    server.clock.advance({ seconds: 30 })
    const arrived = await refreshWith(refresh)
    expect([lost.status, alsoLost.status, arrived.status]).toEqual([200, 200, 200])
    expect(arrived.body.session_id).toBe(sessionId)
    server.clock.advance({ minutes: 9 })
    expect((await refreshWith(arrived.body.refresh_token)).status).toBe(200)
  })

  it('ends the session if the response that seemed lost is used after all: another client sent the request', async () => {
    const { refresh } = await endpoint.signIn()
    const first = await refreshWith(refresh)
    const repeated = await refreshWith(refresh)
    expect((await refreshWith(first.body.refresh_token)).body.error).toBe('invalid_grant')
    expect((await endpoint.getSession(repeated.body.access_token)).body.code).toBe('session_ended')
  })

  it('ends the session when a token is repeated whose successor was used', async () => {
    const { refresh } = await endpoint.signIn()
    const second = await refreshWith(refresh)
    const third = await refreshWith(second.body.refresh_token)
    expect((await refreshWith(refresh)).body.error).toBe('invalid_grant')
    expect((await endpoint.getSession(third.body.access_token)).body.code).toBe('session_ended')
  })

  it('responds to two simultaneous refreshes, and leaves one valid token', async () => {
    const { refresh } = await endpoint.signIn()
    const answers = await Promise.all([refreshWith(refresh), refreshWith(refresh)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const again = []
    for (const { body } of answers) again.push((await refreshWith(body.refresh_token)).status)
    expect(again.toSorted()).not.toEqual([200, 200])
  })

  it('refuses an idle session, and does not count as activity itself', async () => {
    const first = await endpoint.signIn()
    server.clock.advance({ minutes: 20 })
    const second = await endpoint.request({ grant_type: 'refresh_token', refresh_token: first.refresh })
    expect(second.status).toBe(200)
    server.clock.advance({ minutes: 10 })
    const third = await endpoint.request({ grant_type: 'refresh_token', refresh_token: second.body.refresh_token })
    expect(third.status).toBe(400)
    expect(third.body).toMatchObject({ error: 'invalid_grant', code: 'session_expired' })
  })

  it('applies the person’s current permissions', async () => {
    const first = await endpoint.signIn()
    endpoint.people.set('amelia', { ...amelia, patientIds: ['p-amelia', 'p-child'] })
    await endpoint.request({ grant_type: 'refresh_token', refresh_token: first.refresh })
    const session = await server.identity.sessions.find(
      server.organizationId,
      first.sessionId,
      server.clock.now().getTime(),
    )
    expect(session?.caller.patientIds).toEqual(['p-amelia', 'p-child'])
    endpoint.people.set('amelia', amelia)
  })

  it('ends the session of a person who may no longer sign in', async () => {
    const first = await endpoint.signIn()
    endpoint.people.delete('amelia')
    expect((await endpoint.request({ grant_type: 'refresh_token', refresh_token: first.refresh })).body.error).toBe(
      'invalid_grant',
    )
    endpoint.people.set('amelia', amelia)
    expect((await endpoint.getSession(first.access)).body.code).toBe('session_ended')
  })

  it('refuses another client’s token, and a browser at another origin', async () => {
    const { refresh } = await endpoint.signIn()
    expect(
      (
        await endpoint.request(
          { grant_type: 'refresh_token', refresh_token: refresh },
          { origin: 'https://evil.example' },
        )
      ).body.code,
    ).toBe('wrong_origin')
    const { secret } = await server.identity.clients.register({
      organizationId: server.organizationId,
      clientId: `other-${engine}`,
      name: 'Another portal',
      grants: ['refresh_token'],
      origins: [],
    })
    expect(
      (
        await endpoint.request(
          { grant_type: 'refresh_token', refresh_token: refresh },
          { clientId: `other-${engine}`, secret },
        )
      ).body.error,
    ).toBe('invalid_grant')
  })

  it('lets a page refresh by itself only if the client allows it and from its own origin', async () => {
    const { refresh } = await endpoint.signIn()
    const byPage = (origin: string) =>
      endpoint.request(
        { grant_type: 'refresh_token', refresh_token: refresh, client_id: server.portal.clientId },
        { secret: '', origin },
      )
    expect((await byPage(server.portal.origin)).body.error).toBe('unauthorized_client')
    await server.identity.clients.register({
      organizationId: server.organizationId,
      clientId: server.portal.clientId,
      name: 'Lakeside portal',
      grants: ['token-exchange', 'refresh_token', 'public_refresh'],
      origins: [server.portal.origin],
      secret: server.portal.clientSecret,
    })
    expect((await byPage('https://evil.example')).body.code).toBe('wrong_origin')
    expect((await byPage(server.portal.origin)).status).toBe(200)
  })
})
