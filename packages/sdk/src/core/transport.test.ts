import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { problemReply, startServer, type FixtureServer } from '../../fixtures/start-server.ts'
import { createClient, isProblem, type SessionTokens, type VisitClient, type VisitError } from '../index.ts'

let server: FixtureServer
const clients: VisitClient[] = []

beforeEach(async () => {
  server = await startServer()
})
afterEach(async () => {
  clients.splice(0).forEach((client) => client.close())
  await server.close()
})

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

/** Tokens are `token-1`, `token-2`, ... in the order in which the portal was asked. */
function portal(): { getSession: ReturnType<typeof vi.fn<() => Promise<SessionTokens | null>>> } {
  let count = 0
  return { getSession: vi.fn(async () => ({ accessToken: `token-${++count}`, expiresAt: inAnHour() })) }
}

function connect(options: Partial<Parameters<typeof createClient>[0]> = {}): VisitClient {
  const client = createClient({ baseUrl: server.baseUrl, ...portal(), ...options })
  clients.push(client)
  return client
}

async function failure(call: Promise<unknown>): Promise<VisitError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isProblem(error)) throw new Error(`Expected a VisitError, got ${inspect(error)}`)
  return error
}

const booking = { holdId: 'hold-1', patientId: 'patient-1', reason: 'a private reason' }
const isTokenOne = (authorization: string | undefined) => authorization === 'Bearer token-1'

describe('what is sent', () => {
  test('a call carries the bearer token, its JSON and its query, with lists joined by commas', async () => {
    server.answer(() => ({ json: { patientId: 'p', items: [] } }))
    const client = connect()
    await client.consents.requirements('patient/1', { purposes: ['recording', 'messaging'], language: undefined })
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      path: '/v1/patients/patient%2F1/consent-requirements',
      headers: { authorization: 'Bearer token-1' },
    })
    expect(server.requests[0]?.query.toString()).toBe('purposes=recording%2Cmessaging')
    await client.appointments.book(booking)
    expect(JSON.parse(server.requests[1]?.body ?? '')).toEqual(booking)
    expect(server.requests[1]?.headers['cookie']).toBeUndefined()
  })

  test('extra headers are added, but nobody can replace the session', async () => {
    server.answer(() => ({ json: {} }))
    await connect().me.get({ headers: { 'accept-language': 'es', authorization: 'Bearer stolen' } })
    expect(server.requests[0]?.headers).toMatchObject({ 'accept-language': 'es', authorization: 'Bearer token-1' })
  })

  test('nothing is left in cookies, caches or referrers', async () => {
    server.answer(() => ({ json: {} }))
    const asked: Request[] = []
    const fetch: typeof globalThis.fetch = (input, init) => {
      asked.push(input as Request)
      return globalThis.fetch(input, init)
    }
    await connect({ fetch }).me.get()
    expect(asked[0]).toMatchObject({ cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' })
  })

  test('an answer of nothing is undefined, and a file is a Blob of its type', async () => {
    server.answer(({ path }) =>
      path.endsWith('calendar')
        ? { headers: { 'content-type': 'text/calendar' }, text: 'BEGIN:VCALENDAR' }
        : { status: 204 },
    )
    const client = connect()
    expect(await client.holds.release('hold-1')).toBeUndefined()
    const file = await client.appointments.calendar('appointment-1')
    expect(file.type).toBe('text/calendar')
    expect(await file.text()).toBe('BEGIN:VCALENDAR')
  })

  test('a base address with a path of its own is kept', async () => {
    server.answer(() => ({ json: {} }))
    await connect({ baseUrl: `${server.baseUrl}/visits/` }).me.get()
    expect(server.requests[0]?.path).toBe('/visits/v1/me')
  })
})

describe('retries', () => {
  test('a read is repeated through two failures of the server', async () => {
    server.answer((_, index) => (index < 2 ? problemReply(503, 'overloaded') : { json: { personId: 'p' } }))
    expect(await connect().me.get()).toEqual({ personId: 'p' })
    expect(server.requests).toHaveLength(3)
  })

  test('a read is repeated when the connection breaks', async () => {
    server.answer((_, index) => (index ? { json: { personId: 'p' } } : (response) => response.destroy()))
    expect(await connect().me.get()).toEqual({ personId: 'p' })
  })

  test.each([408, 429, 500, 502, 503, 504])('status %i is worth another try', async (status) => {
    server.answer((_, index) => (index ? { json: {} } : problemReply(status, 'not_now')))
    await connect().me.get()
    expect(server.requests).toHaveLength(2)
  })

  test.each([400, 403, 404, 409, 422, 501])('status %i is not', async (status) => {
    server.answer(() => problemReply(status, 'no'))
    expect(await failure(connect().me.get())).toMatchObject({ status, code: 'no' })
    expect(server.requests).toHaveLength(1)
  })

  test('waits as long as Retry-After asks', async () => {
    server.answer((_, index) => (index ? { json: {} } : problemReply(502, 'not_now', { 'retry-after': '1' })))
    const before = performance.now()
    await connect().me.get()
    expect(performance.now() - before).toBeGreaterThanOrEqual(990)
  })

  test('fails at once, and says for how long, when the server asks for more than a call may take', async () => {
    server.answer(() => problemReply(429, 'too_many_requests', { 'retry-after': '120' }))
    const before = performance.now()
    expect(await failure(connect().me.get())).toMatchObject({ code: 'too_many_requests', retryAfterMs: 120_000 })
    expect(performance.now() - before).toBeLessThan(1000)
    expect(server.requests).toHaveLength(1)
  })

  test('gives up after the retries that were asked for', async () => {
    server.answer(() => problemReply(503, 'overloaded'))
    await failure(connect({ retries: 1 }).me.get())
    expect(server.requests).toHaveLength(2)
  })

  test('PUT and DELETE are repeated; PATCH and a POST that the server does not guard are not', async () => {
    server.answer(({ method }) =>
      ['PUT', 'DELETE'].includes(method) ? problemReply(503, 'busy') : problemReply(500, 'broken'),
    )
    const client = connect({ retries: 1 })
    await failure(
      client.visits.recordDeviceCheck('v', {
        camera: 'ok',
        microphone: 'ok',
        speaker: 'ok',
        connection: 'good',
        supported: true,
      }),
    )
    await failure(client.holds.release('h'))
    expect(server.requests.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'DELETE', 'DELETE'])
    server.requests.length = 0
    await failure(client.queue.pause('p', { paused: true }))
    await failure(client.visits.takeSeat('v'))
    expect(server.requests.map(({ method }) => method)).toEqual(['PATCH', 'POST'])
    expect(server.requests[1]?.headers['idempotency-key']).toBeUndefined()
  })

  test('a search by POST is a read: repeated, without a key', async () => {
    server.answer((_, index) => (index ? { json: { items: [], nextCursor: null } } : problemReply(503, 'busy')))
    await connect().patients.search({ family: 'Example' }).page()
    expect(server.requests).toHaveLength(2)
    expect(server.requests[1]?.headers['idempotency-key']).toBeUndefined()
  })
})

describe('idempotency', () => {
  test('one key per call, through a lost answer, a failure of the server and a renewed session', async () => {
    server.answer(({ headers }, index) => {
      if (index === 0) return (response) => response.destroy()
      if (index === 1) return problemReply(503, 'overloaded')
      if (isTokenOne(headers.authorization)) return problemReply(401, 'token_expired')
      return { status: 201, json: { id: 'appointment-1' } }
    })
    expect(await connect().appointments.book(booking)).toEqual({ id: 'appointment-1' })
    expect(server.requests).toHaveLength(4)
    expect(new Set(server.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([booking, booking, booking, booking])
  })

  test('two calls have two keys, unless the caller brings one', async () => {
    server.answer(() => ({ status: 201, json: {} }))
    const client = connect()
    await client.appointments.book(booking)
    await client.appointments.book(booking)
    await client.appointments.book(booking, { idempotencyKey: 'kept-by-the-page' })
    const [first, second, third] = server.requests.map(({ headers }) => headers['idempotency-key'])
    expect(first).toMatch(/^[0-9a-f-]{36}$/)
    expect(second).not.toBe(first)
    expect(third).toBe('kept-by-the-page')
  })
})

describe('the session', () => {
  test('is asked for once by all calls that need it', async () => {
    server.answer(() => ({ json: {} }))
    const { getSession } = portal()
    const client = connect({ getSession })
    await Promise.all(Array.from({ length: 20 }, () => client.me.get()))
    expect(getSession).toHaveBeenCalledTimes(1)
    expect(getSession.mock.lastCall).toMatchObject([{ reason: 'start' }])
  })

  test('is renewed once when it expires under fifty calls, and every one of them succeeds with its body', async () => {
    server.answer(({ headers, body }) =>
      isTokenOne(headers.authorization)
        ? problemReply(401, 'token_expired')
        : { status: 201, json: { echo: JSON.parse(body) } },
    )
    const { getSession } = portal()
    const client = connect({ getSession })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => client.appointments.book({ ...booking, holdId: `hold-${index}` })),
    )
    expect(answers.map((answer) => (answer as unknown as { echo: { holdId: string } }).echo.holdId)).toEqual(
      Array.from({ length: 50 }, (_, index) => `hold-${index}`),
    )
    expect(getSession).toHaveBeenCalledTimes(2)
    expect(getSession.mock.lastCall).toMatchObject([{ reason: 'expired' }])
    expect(server.requests).toHaveLength(100)
  })

  test('a call that was refused late uses the session that another has renewed meanwhile', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    server.answer(async ({ headers, path }) => {
      if (!isTokenOne(headers.authorization)) return { json: {} }
      if (path === '/v1/organization') await held
      return problemReply(401, 'token_expired')
    })
    const { getSession } = portal()
    const client = connect({ getSession })
    const late = client.organization.get()
    await client.me.get()
    letGo()
    await late
    expect(getSession).toHaveBeenCalledTimes(2)
  })

  test('is renewed once per call: a second refusal is the answer', async () => {
    server.answer(() => problemReply(401, 'session_expired'))
    const { getSession } = portal()
    expect(await failure(connect({ getSession }).me.get())).toMatchObject({ status: 401, code: 'session_expired' })
    expect(server.requests).toHaveLength(2)
    expect(getSession).toHaveBeenCalledTimes(2)
  })

  test.each(['step_up_required', 'token_invalid', 'wrong_origin'])('%s is not cured by renewal', async (code) => {
    server.answer(() => problemReply(401, code))
    const { getSession } = portal()
    expect((await failure(connect({ getSession }).me.get())).code).toBe(code)
    expect(getSession).toHaveBeenCalledTimes(1)
  })

  test('everyone who listens hears that the server has ended it, and the next call starts anew', async () => {
    server.answer(({ headers }) =>
      isTokenOne(headers.authorization) ? problemReply(401, 'session_ended') : { json: {} },
    )
    const { getSession } = portal()
    const client = connect({ getSession })
    const ended = vi.fn()
    client.onSessionEnded(ended)
    expect((await failure(client.me.get())).code).toBe('session_ended')
    expect(ended).toHaveBeenCalledTimes(1)
    expect(getSession).toHaveBeenCalledTimes(1)
    await client.me.get()
    expect(getSession.mock.lastCall).toMatchObject([{ reason: 'start' }])
  })

  test('nobody signed in: calls fail with session_ended and nothing is sent', async () => {
    const ended = vi.fn()
    const client = connect({ getSession: async () => null })
    client.onSessionEnded(ended)
    expect(await failure(client.me.get())).toMatchObject({ status: 0, code: 'session_ended' })
    expect(ended).toHaveBeenCalledTimes(1)
    expect(server.requests).toHaveLength(0)
  })

  test('a portal that fails gives session_unavailable with its reason, and is asked again by the next call', async () => {
    server.answer(() => ({ json: {} }))
    const fault = new Error('the portal is down')
    const getSession = vi.fn(async (): Promise<SessionTokens> => ({ accessToken: 'token', expiresAt: inAnHour() }))
    getSession.mockRejectedValueOnce(fault)
    const client = connect({ getSession })
    const error = await failure(client.me.get())
    expect(error).toMatchObject({ status: 0, code: 'session_unavailable' })
    expect(error.cause).toBe(fault)
    await client.me.get()
    expect(getSession).toHaveBeenCalledTimes(2)
  })

  test('is renewed before it runs out, and kept while the portal cannot be reached', async () => {
    server.answer(() => ({ json: {} }))
    let asked = 0
    const client = connect({
      getSession: async () => {
        if (++asked === 2) throw new Error('down')
        return { accessToken: `token-${asked}`, expiresAt: new Date(Date.now() + 1000).toISOString() }
      },
    })
    await client.me.get()
    await new Promise((resolve) => setTimeout(resolve, 920))
    await client.me.get()
    await client.me.get()
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-3',
    ])
  })

  test('a device whose clock is an hour ahead does not ask for a session with every call', async () => {
    server.answer(() => ({ json: {} }))
    const getSession = vi.fn(async () => ({
      accessToken: 'token',
      expiresAt: new Date(Date.now() - 3_000_000).toISOString(),
    }))
    const client = connect({ getSession })
    for (let call = 0; call < 5; call++) await client.me.get()
    expect(getSession).toHaveBeenCalledTimes(1)
  })

  test('one caller who leaves during a renewal takes nobody along', async () => {
    server.answer(() => ({ json: { personId: 'p' } }))
    let deliver: (session: SessionTokens) => void = () => {}
    const client = connect({ getSession: () => new Promise((resolve) => (deliver = resolve)) })
    const leaving = new AbortController()
    const left = client.me.get({ signal: leaving.signal })
    const stays = client.me.get()
    await vi.waitFor(() => expect(deliver).not.toBe(undefined))
    const reason = new Error('changed my mind')
    leaving.abort(reason)
    await expect(left).rejects.toBe(reason)
    deliver({ accessToken: 'token', expiresAt: inAnHour() })
    expect(await stays).toEqual({ personId: 'p' })
  })

  test('with a refresh token the client renews it with the server, and asks the portal when that is refused', async () => {
    const bodies: string[] = []
    let refreshes = 0
    server.answer(({ path, body, headers }) => {
      if (path === '/v1/token') {
        bodies.push(body)
        if (++refreshes > 1) return problemReply(400, 'invalid_grant')
        return {
          json: {
            access_token: 'renewed',
            token_type: 'Bearer',
            expires_in: 300,
            refresh_token: 'second',
            session_id: 's',
          },
        }
      }
      return headers.authorization === 'Bearer from-portal-2' ? { json: {} } : problemReply(401, 'token_expired')
    })
    let asked = 0
    const client = connect({
      getSession: async () => ({
        accessToken: `from-portal-${++asked}`,
        expiresAt: inAnHour(),
        refreshToken: 'first',
        clientId: 'portal',
      }),
    })
    await failure(client.me.get())
    await client.me.get()
    expect(bodies).toEqual([
      'grant_type=refresh_token&refresh_token=first&client_id=portal',
      'grant_type=refresh_token&refresh_token=second&client_id=portal',
    ])
    expect(asked).toBe(2)
  })
})

describe('time and leaving', () => {
  test('a server that does not answer is timed_out', async () => {
    server.answer(() => () => {})
    expect(await failure(connect({ timeoutMs: 100 }).me.get())).toMatchObject({ status: 0, code: 'timed_out' })
  })

  test('a server that stops in the middle of its answer is timed_out too', async () => {
    server.answer(() => (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"personId":')
    })
    expect(await failure(connect().me.get({ timeoutMs: 150 }))).toMatchObject({ status: 0, code: 'timed_out' })
  })

  test('a portal that never hands out a session is timed_out', async () => {
    const client = connect({ getSession: () => new Promise(() => {}), timeoutMs: 100 })
    expect((await failure(client.me.get())).code).toBe('timed_out')
  })

  test('aborting rejects with the reason of the signal and closes the connection', async () => {
    server.answer(() => () => {})
    const leaving = new AbortController()
    const call = connect().me.get({ signal: leaving.signal })
    await vi.waitFor(() => expect(server.requests).toHaveLength(1))
    leaving.abort(new Error('left the page'))
    await expect(call).rejects.toThrow('left the page')
    await server.requests[0]?.left
  })

  test('a signal that is aborted already sends nothing', async () => {
    await expect(connect().me.get({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
    expect(server.requests).toHaveLength(0)
  })

  test('closing the client ends what is under way', async () => {
    server.answer(() => () => {})
    const client = connect()
    const call = client.me.get()
    await vi.waitFor(() => expect(server.requests).toHaveLength(1))
    client.close()
    await expect(call).rejects.toThrow(/abort/i)
  })
})

describe('errors', () => {
  test('a problem gives its code, detail, faulty fields and request id', async () => {
    server.answer(() => ({
      status: 400,
      headers: { 'content-type': 'application/problem+json' },
      json: {
        code: 'invalid_request',
        detail: 'Some properties are not as they should be.',
        requestId: 'req-7',
        errors: [{ pointer: '/reason', code: 'too_long', message: 'At most 2,000 characters.' }],
      },
    }))
    const error = await failure(connect().appointments.book(booking))
    expect(error).toMatchObject({
      status: 400,
      code: 'invalid_request',
      detail: 'Some properties are not as they should be.',
      requestId: 'req-7',
      errors: [{ pointer: '/reason', code: 'too_long', message: 'At most 2,000 characters.' }],
    })
    expect(isProblem(error, 'slot_taken', 'invalid_request')).toBe(true)
    expect(isProblem(error, 'slot_taken')).toBe(false)
    expect(error.message).toBe('invalid_request (400), request req-7')
  })

  test('nobody listens: connection_failed', async () => {
    await server.close()
    expect(await failure(connect({ retries: 0 }).me.get())).toMatchObject({ status: 0, code: 'connection_failed' })
    server = await startServer()
  })

  test('what a proxy says is not taken for an answer of the server', async () => {
    const client = connect({ retries: 0 })
    server.answer(() => ({ status: 502, headers: { 'content-type': 'text/html' }, text: '<h1>secret-page</h1>' }))
    expect(await failure(client.me.get())).toMatchObject({ status: 502, code: 'unexpected_answer', errors: [] })
    server.answer(() => ({
      status: 403,
      json: { code: 'see https://proxy.example/secret-page', detail: 'secret-page' },
    }))
    const refused = await failure(client.me.get())
    expect(refused).toMatchObject({ status: 403, code: 'unexpected_answer' })
    expect(refused.detail).toBeUndefined()
    server.answer(() => ({ headers: { 'content-type': 'application/json' }, text: 'secret-page' }))
    expect(await failure(client.me.get())).toMatchObject({ status: 200, code: 'unexpected_answer' })
  })

  test.each([
    ['a refusal', () => problemReply(409, 'slot_taken')],
    ['a page of a proxy', () => ({ status: 502, text: `<p>${booking.reason}</p>` })],
    ['a broken connection', () => (response: { destroy(): void }) => response.destroy()],
    ['silence', () => () => {}],
    ['no JSON', () => ({ headers: { 'content-type': 'application/json' }, text: booking.reason })],
  ] as const)('nothing private shows in the error after %s', async (_, reply) => {
    server.answer(reply as () => ReturnType<typeof problemReply>)
    const client = connect({
      retries: 0,
      timeoutMs: 300,
      getSession: async () => ({ accessToken: 'secret-token', expiresAt: inAnHour() }),
    })
    const error = await failure(
      client.intake.submit('appointment-77', 'mood-check', {
        answers: [{ linkId: 'q', values: [{ text: booking.reason }] }],
        version: 0,
      }),
    )
    const shown = `${String(error)} ${error.stack} ${inspect(error, { depth: 10, showHidden: true })} ${JSON.stringify(error)}`
    for (const secret of [booking.reason, 'secret-token', 'appointment-77', 'mood-check', server.baseUrl]) {
      expect(shown).not.toContain(secret)
    }
  })
})
