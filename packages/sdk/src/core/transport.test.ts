import { execFile } from 'node:child_process'
import { getEventListeners } from 'node:events'
import { promisify } from 'node:util'
import { describe, expect, test, vi } from 'vitest'
import { problemReply } from '../../fixtures/start-server.ts'
import { booking, failure, isTokenOne, useClient } from '../../fixtures/use-client.ts'

const context = useClient()

describe('requests', () => {
  test('a call carries the bearer token, its JSON and its query, with lists joined by commas', async () => {
    context.server.respond(() => ({ json: { patientId: 'p', items: [] } }))
    const client = context.connect()
    await client.consents.requirements('patient/1', { purposes: ['recording', 'messaging'], language: undefined })
    expect(context.server.requests[0]).toMatchObject({
      method: 'GET',
      path: '/v1/patients/patient%2F1/consent-requirements',
      headers: { authorization: 'Bearer token-1' },
    })
    expect(context.server.requests[0]?.query.toString()).toBe('purposes=recording%2Cmessaging')
    await client.appointments.book(booking)
    expect(JSON.parse(context.server.requests[1]?.body ?? '')).toEqual(booking)
    expect(context.server.requests[1]?.headers['cookie']).toBeUndefined()
  })

  test('extra headers are added, but cannot replace the session', async () => {
    context.server.respond(() => ({ json: {} }))
    await context.connect().me.get({ headers: { 'accept-language': 'es', authorization: 'Bearer stolen' } })
    expect(context.server.requests[0]?.headers).toMatchObject({
      'accept-language': 'es',
      authorization: 'Bearer token-1',
    })
  })

  test('no data is left in cookies, caches or referrers', async () => {
    context.server.respond(() => ({ json: {} }))
    const asked: Request[] = []
    const fetch: typeof globalThis.fetch = (input, init) => {
      asked.push(input as Request)
      return globalThis.fetch(input, init)
    }
    await context.connect({ fetch }).me.get()
    expect(asked[0]).toMatchObject({ cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' })
  })

  test('an empty response is undefined, and a file is a Blob of its type', async () => {
    context.server.respond(({ path }) =>
      path.endsWith('calendar')
        ? { headers: { 'content-type': 'text/calendar' }, text: 'BEGIN:VCALENDAR' }
        : { status: 204 },
    )
    const client = context.connect()
    expect(await client.holds.release('hold-1')).toBeUndefined()
    const file = await client.appointments.calendar('appointment-1')
    expect(file.type).toBe('text/calendar')
    expect(await file.text()).toBe('BEGIN:VCALENDAR')
  })

  test('a base address with a path is kept', async () => {
    context.server.respond(() => ({ json: {} }))
    await context.connect({ baseUrl: `${context.server.baseUrl}/visits/` }).me.get()
    expect(context.server.requests[0]?.path).toBe('/visits/v1/me')
  })
})

describe('retries', () => {
  test('a read is retried through two failures of the server', async () => {
    context.server.respond((_, index) => (index < 2 ? problemReply(503, 'overloaded') : { json: { personId: 'p' } }))
    expect(await context.connect().me.get()).toEqual({ personId: 'p' })
    expect(context.server.requests).toHaveLength(3)
  })

  test('a read is retried when the connection breaks', async () => {
    context.server.respond((_, index) => (index ? { json: { personId: 'p' } } : (response) => response.destroy()))
    expect(await context.connect().me.get()).toEqual({ personId: 'p' })
  })

  test.each([408, 429, 500, 502, 503, 504])('retries status %i', async (status) => {
    context.server.respond((_, index) => (index ? { json: {} } : problemReply(status, 'not_now')))
    await context.connect().me.get()
    expect(context.server.requests).toHaveLength(2)
  })

  test.each([400, 403, 404, 409, 422, 501])('does not retry status %i', async (status) => {
    context.server.respond(() => problemReply(status, 'no'))
    expect(await failure(context.connect().me.get())).toMatchObject({ status, code: 'no' })
    expect(context.server.requests).toHaveLength(1)
  })

  test('waits for the time in Retry-After', async () => {
    context.server.respond((_, index) => (index ? { json: {} } : problemReply(502, 'not_now', { 'retry-after': '1' })))
    const before = performance.now()
    await context.connect().me.get()
    expect(performance.now() - before).toBeGreaterThanOrEqual(990)
  })

  test('fails at once, and gives the time, when Retry-After is longer than the timeout', async () => {
    context.server.respond(() => problemReply(429, 'too_many_requests', { 'retry-after': '120' }))
    // Two minutes are longer than the timeout of a test.
    expect(await failure(context.connect().me.get())).toMatchObject({
      code: 'too_many_requests',
      retryAfterMs: 120_000,
    })
    expect(context.server.requests).toHaveLength(1)
  })

  test('gives up after the configured number of retries', async () => {
    context.server.respond(() => problemReply(503, 'overloaded'))
    await failure(context.connect({ retries: 1 }).me.get())
    expect(context.server.requests).toHaveLength(2)
  })

  test('PUT and DELETE are retried; PATCH and a POST without an idempotency key are not', async () => {
    context.server.respond(({ method }) =>
      ['PUT', 'DELETE'].includes(method) ? problemReply(503, 'busy') : problemReply(500, 'broken'),
    )
    const client = context.connect({ retries: 1 })
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
    expect(context.server.requests.map(({ method }) => method)).toEqual(['PUT', 'PUT', 'DELETE', 'DELETE'])
    context.server.requests.length = 0
    await failure(client.queue.pause('p', { paused: true }))
    await failure(client.visits.takeSeat('v'))
    expect(context.server.requests.map(({ method }) => method)).toEqual(['PATCH', 'POST'])
    expect(context.server.requests[1]?.headers['idempotency-key']).toBeUndefined()
  })

  test('a search by POST is a read: retried, without a key', async () => {
    context.server.respond((_, index) =>
      index ? { json: { items: [], nextCursor: null } } : problemReply(503, 'busy'),
    )
    await context.connect().patients.search({ family: 'Example' }).page()
    expect(context.server.requests).toHaveLength(2)
    expect(context.server.requests[1]?.headers['idempotency-key']).toBeUndefined()
  })
})

describe('programming errors', () => {
  test('are rethrown unchanged, and do not count as a lost connection', async () => {
    const fault = new TypeError('ky is not a function')
    const fetch = () => Promise.reject(fault)
    await expect(context.connect({ fetch }).me.get()).rejects.toBe(fault)
  })

  test('a connection that breaks is connection_failed, also in the middle of a response', async () => {
    context.server.respond(() => (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"personId":')
      setTimeout(() => response.destroy(), 20)
    })
    expect((await failure(context.connect().me.get())).code).toBe('connection_failed')
  })

  test('a custom fetch that breaks is connection_failed', async () => {
    const fetch = () => Promise.reject(Object.assign(new Error('http://visits.example/v1/me'), { name: 'FetchError' }))
    const error = await failure(context.connect({ fetch }).me.get())
    expect([error.code, error.message]).toEqual(['connection_failed', 'connection_failed'])
  })

  test.each(['', 'not a url', 'visits.example', 'ftp://visits.example', 'https://', '/visits', undefined])(
    'a client with the address %j is not made',
    (baseUrl) => {
      expect(() => context.connect({ baseUrl: baseUrl as string })).toThrow(
        'baseUrl must be an address such as https://visits.example',
      )
    },
  )
})

describe('idempotency', () => {
  test('one key per call, through a lost response, a failure of the server and a renewed session', async () => {
    context.server.respond(({ headers }, index) => {
      if (index === 0) return (response) => response.destroy()
      if (index === 1) return problemReply(503, 'overloaded')
      if (isTokenOne(headers.authorization)) return problemReply(401, 'token_expired')
      return { status: 201, json: { id: 'appointment-1' } }
    })
    expect(await context.connect().appointments.book(booking)).toEqual({ id: 'appointment-1' })
    expect(context.server.requests).toHaveLength(4)
    expect(new Set(context.server.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    expect(context.server.requests.map(({ body }) => JSON.parse(body))).toEqual([booking, booking, booking, booking])
  })

  test('two calls have two keys, unless the caller passes one', async () => {
    context.server.respond(() => ({ status: 201, json: {} }))
    const client = context.connect()
    await client.appointments.book(booking)
    await client.appointments.book(booking)
    await client.appointments.book(booking, { idempotencyKey: 'kept-by-the-page' })
    const [first, second, third] = context.server.requests.map(({ headers }) => headers['idempotency-key'])
    expect(first).toMatch(/^[0-9a-f-]{36}$/)
    expect(second).not.toBe(first)
    expect(third).toBe('kept-by-the-page')
  })
})

describe('timeout and abort', () => {
  test('a server that does not answer is timed_out', async () => {
    context.server.respond(() => () => {})
    expect(await failure(context.connect({ timeoutMs: 100 }).me.get())).toMatchObject({ status: 0, code: 'timed_out' })
  })

  test('a server that stops in the middle of its response is timed_out too', async () => {
    context.server.respond(() => (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"personId":')
    })
    expect(await failure(context.connect().me.get({ timeoutMs: 150 }))).toMatchObject({ status: 0, code: 'timed_out' })
  })

  test('a portal that never returns a session is timed_out', async () => {
    const client = context.connect({ getSession: () => new Promise(() => {}), timeoutMs: 100 })
    expect((await failure(client.me.get())).code).toBe('timed_out')
  })

  test('an attempt without an answer is made again after ten seconds, unless the call was given more time', async () => {
    const late: (() => void)[] = []
    context.server.respond((_, index) =>
      index > 1
        ? { json: {} }
        : (response) => {
            late.push(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'))
          },
    )
    const client = context.connect()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const [asked, copied] = [client.me.get(), client.rights.copy({ patientId: 'p' }, { timeoutMs: 120_000 })]
    try {
      await vi.waitFor(() => expect(late).toHaveLength(2))
      // One attempt and the delay before the next one. All time that a call has would end it on a busy machine, before its answer comes.
      await vi.advanceTimersByTimeAsync(11_000)
      await asked
      expect(context.server.requests.map(({ path }) => path).toSorted()).toEqual([
        '/v1/me',
        '/v1/me',
        '/v1/record-copy',
      ])
    } finally {
      vi.useRealTimers()
      for (const answer of late) answer()
    }
    await copied
  })

  test('aborting rejects with the reason of the signal and closes the connection', async () => {
    context.server.respond(() => () => {})
    const leaving = new AbortController()
    const call = context.connect().me.get({ signal: leaving.signal })
    await vi.waitFor(() => expect(context.server.requests).toHaveLength(1))
    leaving.abort(new Error('left the page'))
    await expect(call).rejects.toThrow('left the page')
    await context.server.requests[0]?.disconnected
  })

  test('an aborted signal sends nothing', async () => {
    await expect(context.connect().me.get({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
    expect(context.server.requests).toHaveLength(0)
  })

  test('a signal that is used for many calls keeps nothing of those that are over', async () => {
    context.server.respond((_, index) => (index ? problemReply(404, 'not_found') : { json: {} }))
    const page = new AbortController()
    const client = context.connect()
    await client.me.get({ signal: page.signal })
    await failure(client.me.get({ signal: page.signal }))
    expect(getEventListeners(page.signal, 'abort')).toEqual([])
  })

  test('a browser without AbortSignal.any sends, times out and aborts as the others do', async () => {
    context.server.respond(({ path }) => (path.endsWith('/session') ? () => {} : { json: { personId: 'p' } }))
    // A process of its own: ky asks for it when it is loaded. Node holds the controller of a cloned request weakly, and forgets to abort
    // the request when it is collected. Browsers do not.
    const script = `
      delete AbortSignal.any
      const kept = []
      const { AbortController } = globalThis
      globalThis.AbortController = class extends AbortController {
        constructor() {
          super()
          kept.push(this)
        }
      }
      const { createTransport } = await import(${JSON.stringify(new URL('transport.ts', import.meta.url).href)})
      const send = createTransport({ baseUrl: ${JSON.stringify(context.server.baseUrl)} })
      const ends = [await send('get', 'me')]
      ends.push(await send('get', 'session', { timeoutMs: 200 }).catch(({ code }) => code))
      const leaving = new AbortController()
      setTimeout(() => leaving.abort(new Error('left the page')), 200)
      ends.push(await send('get', 'session', { signal: leaving.signal }).catch(({ message }) => message))
      console.log(JSON.stringify(ends))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
    expect(JSON.parse(stdout)).toEqual([{ personId: 'p' }, 'timed_out', 'left the page'])
    const unanswered = context.server.requests.filter(({ path }) => path.endsWith('/session'))
    await Promise.all(unanswered.map(({ disconnected }) => disconnected))
  })

  test('closing the client aborts calls in progress', async () => {
    context.server.respond(() => () => {})
    const client = context.connect()
    const call = client.me.get()
    await vi.waitFor(() => expect(context.server.requests).toHaveLength(1))
    client.close()
    await expect(call).rejects.toThrow(/abort/i)
  })
})
