import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problemReply, startServer, type FixtureServer } from '../fixtures/start-server.ts'
import { createServerClient } from './create-server-client.ts'

let server: FixtureServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

const answer = (more: object = {}) => ({
  json: { access_token: 'access', token_type: 'Bearer', expires_in: 300, session_id: 'session-1', ...more },
})
const basic = (authorization: string | undefined) => atob(authorization?.replace('Basic ', '') ?? '')

test('a service gets its session with its credential, by form and HTTP Basic, and uses it', async () => {
  server.respond(({ path }) => (path === '/v1/token' ? answer() : { json: { items: [], nextCursor: null } }))
  const client = createServerClient({ baseUrl: server.baseUrl, clientId: 'portal', clientSecret: 'p:ss wörd' })
  await client.members.list().page()
  const [token, members] = server.requests
  expect(token).toMatchObject({ method: 'POST', path: '/v1/token', body: 'grant_type=client_credentials' })
  expect(token?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/)
  expect(basic(token?.headers.authorization)).toBe('portal:p%3Ass+w%C3%B6rd')
  expect(members?.headers.authorization).toBe('Bearer access')
  client.close()
})

test('a service renews with its credential again and never with a refresh token', async () => {
  let tokens = 0
  server.respond(({ path, headers }) => {
    if (path === '/v1/token') return answer({ access_token: `access-${++tokens}`, refresh_token: 'refresh' })
    return headers.authorization === 'Bearer access-1' ? problemReply(401, 'token_expired') : { json: {} }
  })
  const client = createServerClient({ baseUrl: server.baseUrl, clientId: 'portal', clientSecret: 'secret' })
  await client.organization.get()
  const bodies = server.requests.filter(({ path }) => path === '/v1/token').map(({ body }) => body)
  expect(bodies).toEqual(['grant_type=client_credentials', 'grant_type=client_credentials'])
})

test('a portal exchanges a person’s ID token for that person’s session, bound to its origin', async () => {
  server.respond(() => answer({ refresh_token: 'refresh' }))
  const client = createServerClient({ baseUrl: server.baseUrl, clientId: 'portal', clientSecret: 'secret' })
  const before = Date.now()
  const tokens = await client.exchangeToken({ subjectToken: 'an.id.token', origin: 'https://portal.example' })
  expect(tokens).toMatchObject({
    accessToken: 'access',
    refreshToken: 'refresh',
    clientId: 'portal',
    sessionId: 'session-1',
  })
  expect(Date.parse(tokens.expiresAt) - before).toBeGreaterThanOrEqual(300_000)
  expect(Date.parse(tokens.expiresAt) - before).toBeLessThan(310_000)
  expect(Object.fromEntries(new URLSearchParams(server.requests[0]?.body))).toEqual({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: 'an.id.token',
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    origin: 'https://portal.example',
  })
})

test('a portal passes on the code of an invitation, which is in no error', async () => {
  server.respond(({ body }) =>
    new URLSearchParams(body).get('invitation') === '7K3M9-QXT4W-ZR8NB-H2CVD'
      ? answer()
      : problemReply(404, 'unknown_invitation'),
  )
  const client = createServerClient({ baseUrl: server.baseUrl, clientId: 'portal', clientSecret: 'secret' })
  const proof = { subjectToken: 'an.id.token' }
  expect(await client.exchangeToken({ ...proof, invitation: '7K3M9-QXT4W-ZR8NB-H2CVD' })).toMatchObject({
    sessionId: 'session-1',
  })
  const error: unknown = await client
    .exchangeToken({ ...proof, invitation: 'WRONG-WRONG-WRONG-WRONG' })
    .catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'unknown_invitation', status: 404 })
  expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('WRONG')
  expect(new URLSearchParams(server.requests[0]?.body).has('session_id')).toBe(false)
})

test('a refresh token is sent once, also when the response is lost', async () => {
  server.respond(() => (response) => response.destroy())
  const client = createServerClient({ baseUrl: server.baseUrl, clientId: 'portal', clientSecret: 'secret' })
  await expect(client.refreshSession('refresh')).rejects.toMatchObject({ code: 'connection_failed' })
  expect(server.requests).toHaveLength(1)
})

test('a server that cannot be reached is connection_failed, not an ended session', async () => {
  const client = createServerClient({
    baseUrl: 'http://127.0.0.1:9',
    clientId: 'portal',
    clientSecret: 's',
    retries: 0,
  })
  await expect(client.organization.get()).rejects.toMatchObject({ status: 0, code: 'connection_failed' })
})

test('a rejected credential is reported as the fault', async () => {
  server.respond(() => problemReply(401, 'invalid_client'))
  const client = createServerClient({ baseUrl: server.baseUrl, clientId: 'portal', clientSecret: 'wrong' })
  await expect(client.organization.get()).rejects.toMatchObject({ status: 401, code: 'invalid_client' })
})

test('an invalid address is refused when the client is made', () => {
  const options = { baseUrl: 'not a url', clientId: 'portal', clientSecret: 'secret' }
  expect(() => createServerClient(options)).toThrow('baseUrl must be an address such as https://visits.example')
})

test('the error of a refused ID token does not contain the token', async () => {
  server.respond(() => problemReply(400, 'invalid_grant'))
  const client = createServerClient({ baseUrl: server.baseUrl, clientId: 'portal', clientSecret: 'secret' })
  const error: unknown = await client.exchangeToken({ subjectToken: 'an.id.token' }).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'invalid_grant', status: 400 })
  expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('an.id.token')
})

test('refuses to be created with a secret in a page', () => {
  const options = { baseUrl: server.baseUrl, clientId: 'portal', clientSecret: 'secret' }
  vi.stubGlobal('document', {})
  createServerClient(options).close()
  vi.stubGlobal('process', undefined)
  try {
    expect(() => createServerClient(options)).toThrow(/createClient/)
  } finally {
    vi.unstubAllGlobals()
  }
})
