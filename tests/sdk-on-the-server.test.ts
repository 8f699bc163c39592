import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createClient, createServerClient, type LiveMessage, type VisitClient } from '../packages/sdk/src/index.ts'
import {
  startTestServer,
  type TestServer,
} from '../packages/reference-server/src/platform/http/tests/start-test-server.testing.ts'

/** The SDK against the server: sessions, live stream and errors, over HTTP only. */
let server: TestServer
const clients: VisitClient[] = []

beforeAll(async () => {
  server = await startTestServer({ engine: 'pglite' })
})
afterEach(() => clients.splice(0).forEach((client) => client.close()))
afterAll(() => server.stop())

/** A patient whose client is not a browser, so that no origin is required. */
async function signIn(options: Partial<Parameters<typeof createClient>[0]> = {}) {
  const person = await server.as('patient', { origin: null })
  const { sessionId, personId } = person.caller
  const expiresAt = new Date(Date.now() + 300_000).toISOString()
  const getSession = vi.fn(async () => ({ accessToken: person.accessToken, expiresAt, sessionId }))
  const client = createClient({ baseUrl: server.url, getSession, ...options })
  clients.push(client)
  return { client, getSession, sessionId, personId }
}

test('what a page reads at once is one request, and each read succeeds or fails alone', async () => {
  const paths: string[] = []
  const { client, sessionId } = await signIn({
    fetch: (input, init) => {
      paths.push(new URL((input as Request).url).pathname)
      return globalThis.fetch(input, init)
    },
  })
  const { sessions } = client.together
  const tooMany = sessions.list({ limit: 900 }).page()
  const [current, list, refused] = await Promise.allSettled([sessions.current(), sessions.list().page(), tooMany])
  expect(paths).toEqual(['/v1/reads'])
  expect(current).toMatchObject({ value: { id: sessionId, current: true } })
  expect(list).toMatchObject({ value: { items: [{ id: sessionId }] } })
  expect(refused).toMatchObject({ reason: { code: 'invalid_request', errors: [{ pointer: 'query:limit' }] } })
})

const emitVisitChanged = (personId: string, visitId: string) =>
  server.live.hub.publish(
    server.organizationId,
    { patients: [personId] },
    {
      type: 'visit.changed',
      ids: { visitId, appointmentId: 'appointment-1', patientId: personId },
    },
  )

for (const [carrier, WebSocket] of [
  ['a socket', globalThis.WebSocket],
  [
    'the event stream',
    class Blocked extends EventTarget {
      constructor() {
        super()
        setTimeout(() => this.dispatchEvent(new Event('close')))
      }
      close() {}
    } as unknown as typeof globalThis.WebSocket,
  ],
] as const)
  test(`a page receives changes over ${carrier}, and those that it missed while it was away`, async () => {
    const { client, personId } = await signIn({ WebSocket })
    const received: LiveMessage[] = []
    client.watch({ types: ['visit.*'] }, (message) => received.push(message))
    await vi.waitFor(() => expect(['open', 'streaming']).toContain(client.live.state), { timeout: 15_000 })
    await vi.waitFor(() => {
      if (received.length === 0) emitVisitChanged(personId, 'visit-1')
      expect(received.length).toBeGreaterThan(0)
    })
    const before = received.length
    await server.live.hub.closeAll(1012, 'restart')
    emitVisitChanged(personId, 'visit-2')
    await vi.waitFor(
      () => expect(received.slice(before).map(({ ids }) => 'visitId' in ids && ids.visitId)).toEqual(['visit-2']),
      {
        timeout: 15_000,
      },
    )
  })

test('a page is notified when its session is ended elsewhere', async () => {
  const { client, sessionId } = await signIn()
  const ended = vi.fn()
  client.onSessionEnded(ended)
  client.watch({ types: ['*'] }, () => {})
  await vi.waitFor(() => expect(client.live.state).toBe('open'))
  const { client: elsewhere } = await signIn()
  expect((await elsewhere.sessions.list().toArray()).some(({ id }) => id === sessionId)).toBe(false)
  await client.sessions.end()
  await vi.waitFor(() => expect(ended).toHaveBeenCalled(), { timeout: 5000 })
  await expect(client.sessions.current()).rejects.toMatchObject({ code: 'session_ended' })
})

test('a portal renews a session with its credential, and a wrong credential gets its own error', async () => {
  const { clientId, clientSecret } = server.portal
  const portal = createServerClient({ baseUrl: server.url, clientId, clientSecret: `${clientSecret}x` })
  clients.push(portal)
  await expect(portal.refreshSession('no-such-token')).rejects.toMatchObject({ status: 401, code: 'invalid_client' })
  const right = createServerClient({ baseUrl: server.url, clientId, clientSecret })
  clients.push(right)
  await expect(right.refreshSession('no-such-token')).rejects.toMatchObject({ status: 400, code: 'invalid_grant' })
})

test('a refusal names the faulty field and never the value', async () => {
  const { client } = await signIn()
  const list = client.sessions.list({ limit: 1000 })
  await expect(list.page()).rejects.toMatchObject({
    status: 400,
    code: 'invalid_request',
    errors: [{ pointer: 'query:limit' }],
  })
})
