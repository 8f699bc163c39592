import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notesContract, notesPermissions } from './notes-contract.testing.ts'
import { createNotesDomain } from './notes-domain.testing.ts'
import { startTestServer } from './start-test-server.testing.ts'
import type { SignedInClient, TestServer } from './start-test-server.testing.ts'

const canary = 'CANARY-7f3a-note-text'

describe('a request', () => {
  let server: TestServer
  let patient: SignedInClient
  let practitioner: SignedInClient
  let mine: string
  const logged: string[] = []

  beforeAll(async () => {
    server = await startTestServer({
      engine: 'postgres',
      now: '2026-11-25T15:00:00Z',
      modules: () => [createNotesDomain({}, 'secret')],
      contract: notesContract,
      policies: { permissions: notesPermissions },
      onLog: (line) => logged.push(line),
    })
    patient = await server.as('patient')
    practitioner = await server.as('practitioner')
    mine = (await patient.post('/v1/notes', { patientId: patient.caller.personId, text: canary })).body.id
  })
  afterAll(() => server.stop())

  const rows = async (headers: Headers) =>
    (await server.accessRows()).filter((row) => row.requestId === headers.get('x-request-id'))

  describe('that is malformed', () => {
    const faultsIn = (body: { errors: { pointer: string; code: string }[] }) =>
      Object.fromEntries(body.errors.map(({ pointer, code }) => [pointer, code]))

    it('names every faulty property and repeats no value', async () => {
      const before = (await server.accessRows()).length
      const { status, body } = await patient.post('/v1/notes', {
        patientId: patient.caller.personId,
        text: '',
        kind: canary,
        tags: ['short', canary],
        author: { name: canary, salary: canary },
        ward: canary,
      })
      expect(status).toBe(400)
      expect(body.code).toBe('invalid_request')
      expect(faultsIn(body)).toEqual({
        '/text': 'too_short',
        '/kind': 'unknown_value',
        '/tags/1': 'too_long',
        '/author/name': 'too_long',
        '/author/salary': 'unknown_property',
        '/ward': 'unknown_property',
      })
      expect(JSON.stringify(body)).not.toContain(canary)
      // Of its unknown properties; see below.
      expect((await server.accessRows()).length).toBe(before + 1)
    })

    it('is recorded when a body has a property that the operation does not take, and otherwise not', async () => {
      const asked = { patientId: patient.caller.personId, text: 'x' }
      const before = (await server.accessRows()).length
      expect((await patient.post('/v1/notes', { ...asked, text: '' })).status).toBe(400)
      expect((await patient.get('/v1/notes?ward=1')).status).toBe(400)
      expect((await server.accessRows()).length).toBe(before)
      const { headers, status } = await patient.post('/v1/notes', { ...asked, signedBy: canary })
      expect(status).toBe(400)
      const recorded = await rows(headers)
      expect(recorded).toMatchObject([
        { outcome: 'refused', refusal: 'invalid_request', action: 'create', actorId: patient.caller.personId },
      ])
      expect(JSON.stringify(recorded)).not.toContain(canary)
    })

    it('accepts null where the contract allows it, and a model described in two parts', async () => {
      const { status } = await patient.post('/v1/notes', {
        patientId: patient.caller.personId,
        text: 'x',
        kind: null,
        author: { name: 'R. Example', role: 'nurse' },
      })
      expect(status).toBe(201)
    })

    it('coerces parameters, fills in defaults and splits lists at commas', async () => {
      const { headers } = await practitioner.get('/v1/notes?signed=true&tags=a,b&since=2026-11-25T15:30:00Z')
      expect(JSON.parse(headers.get('x-query') ?? '')).toEqual({
        limit: 50,
        signed: true,
        tags: ['a', 'b'],
        since: '2026-11-25T15:30:00Z',
      })
    })

    it('names faulty parameters by their location', async () => {
      const { status, body } = await practitioner.get('/v1/notes?limit=101&signed=maybe&color=red&since=yesterday')
      expect(status).toBe(400)
      expect(faultsIn(body)).toEqual({
        'query:limit': 'out_of_range',
        'query:signed': 'wrong_type',
        'query:color': 'unknown_property',
        'query:since': 'wrong_format',
      })
      expect(faultsIn((await practitioner.get('/v1/notes/a%20b')).body)).toEqual({ 'path:noteId': 'wrong_format' })
    })

    it('refuses an impossible time and lone surrogates, and accepts ids in upper case', async () => {
      const query = async (text: string) => faultsIn((await practitioner.get(`/v1/notes?${text}`)).body)
      expect(await query('since=2026-12-31T23:59:60Z')).toEqual({ 'query:since': 'wrong_format' })
      expect(await query('tags=a%00')).toEqual({ 'query:tags': 'unsupported_character' })
      const { id } = (await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'x' })).body
      expect((await patient.get(`/v1/notes/${id.toUpperCase()}`)).body.id).toBe(id)
    })

    it.each([
      ['too large', 'application/json', `{"text":"${'a'.repeat(300_000)}"}`, 413, 'body_too_large'],
      ['nested too deep', 'application/json', '['.repeat(10_000), 400, 'body_too_deep'],
      ['not JSON', 'application/json', '{"text":', 400, 'invalid_json'],
      ['of another type', 'text/plain', 'hello', 415, 'unsupported_media_type'],
      ['in another charset', 'application/json; charset=utf-16', '{}', 415, 'unsupported_media_type'],
    ])('refuses a body that is %s', async (_what, type, body, status, code) => {
      const response = await patient.fetch('/v1/notes', { method: 'POST', headers: { 'content-type': type }, body })
      expect(response.status).toBe(status)
      expect(await response.json()).toMatchObject({ code })
    })

    it('refuses bytes that are not UTF-8', async () => {
      const response = await patient.fetch('/v1/notes', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Uint8Array([0x22, 0xff, 0x22]),
      })
      expect(await response.json()).toMatchObject({ status: 400, code: 'invalid_encoding' })
    })

    it.each(['{"__proto__":{"patientId":"x"}}', '{"\\u005f_proto__":1}', '{"author":{"__proto__":{}}}'])(
      'refuses a prototype in %s',
      async (body) => {
        const response = await patient.fetch('/v1/notes', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
        expect(response.status).toBe(400)
        expect(JSON.stringify(await response.json())).toContain('__proto__')
      },
    )

    it('refuses text that no database can store', async () => {
      const { status, body } = await patient.post('/v1/notes', {
        patientId: patient.caller.personId,
        text: 'a\u0000b',
        tags: ['\ud800'],
      })
      expect(status).toBe(422)
      expect(faultsIn(body)).toEqual({ '/text': 'unsupported_character', '/tags/0': 'unsupported_character' })
    })

    it('refuses an idempotency key that is too short', async () => {
      const { status, body } = await patient.post(
        '/v1/notes',
        { patientId: patient.caller.personId, text: 'x' },
        { idempotencyKey: 'short' },
      )
      expect(status).toBe(400)
      expect(faultsIn(body)).toEqual({ 'header:idempotency-key': 'wrong_format' })
    })
  })

  describe('under an idempotency key', () => {
    it('is executed once and replayed, and the replay is recorded too', async () => {
      const idempotencyKey = randomUUID()
      const body = { patientId: patient.caller.personId, text: 'once' }
      const first = await patient.post('/v1/notes', body, { idempotencyKey })
      const again = await patient.post('/v1/notes', body, { idempotencyKey })
      expect(again.status).toBe(201)
      expect(again.body).toEqual(first.body)
      expect(again.headers.get('location')).toBe(first.headers.get('location'))
      expect(await rows(again.headers)).toMatchObject([{ patientId: patient.caller.personId }])
    })

    it('is refused for a different request with the same key', async () => {
      const idempotencyKey = randomUUID()
      await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'one' }, { idempotencyKey })
      const { status, body } = await patient.post(
        '/v1/notes',
        { patientId: patient.caller.personId, text: 'two' },
        { idempotencyKey },
      )
      expect(status).toBe(409)
      expect(body.code).toBe('idempotency_key_reused')
    })

    it('may also be sent without a key', async () => {
      const { status } = await patient.post(
        '/v1/notes',
        { patientId: patient.caller.personId, text: 'x' },
        { idempotencyKey: null },
      )
      expect(status).toBe(201)
    })
  })

  describe('its headers', () => {
    it('forbid caching, sniffing, framing and referrers in every response', async () => {
      for (const result of [
        await patient.get(`/v1/notes/${mine}`),
        await patient.get('/v1/nothing'),
        await server.anonymous().get('/v1/note-count'),
      ]) {
        expect(result.headers.get('cache-control')).toBe('no-store')
        expect(result.headers.get('x-content-type-options')).toBe('nosniff')
        expect(result.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
        expect(result.headers.get('referrer-policy')).toBe('no-referrer')
        expect(result.headers.get('strict-transport-security')).toContain('max-age=')
        expect(result.headers.get('x-powered-by')).toBeNull()
      }
    })

    it('let a registered portal read, and no other', async () => {
      const { headers } = await patient.get(`/v1/notes/${mine}`)
      expect(headers.get('access-control-allow-origin')).toBe(server.portal.origin)
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect(headers.get('vary')).toBe('Origin, Accept-Encoding')
    })

    it('answer the preflight of a registered portal, and refuse any other', async () => {
      const preflight = (origin: string) =>
        fetch(`${server.url}/v1/notes`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'authorization',
          },
        })
      const allowed = await preflight(server.portal.origin)
      expect(allowed.status).toBe(204)
      expect(allowed.headers.get('access-control-allow-methods')).toContain('POST')
      expect(allowed.headers.get('access-control-allow-headers')).toContain('idempotency-key')
      const refused = await preflight('https://evil.example')
      expect(refused.status).toBe(403)
      expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    })

    it('list the methods of a path', async () => {
      const result = await patient.put(`/v1/notes/${mine}`, {})
      expect(result.status).toBe(405)
      expect(result.body.code).toBe('method_not_allowed')
      expect(result.headers.get('allow')).toBe('GET, DELETE, HEAD, OPTIONS')
      expect((await patient.get('/v1/unheard-of')).body.code).toBe('not_found')
    })

    it('continue the trace of the caller', async () => {
      logged.length = 0
      const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
      await patient.get(`/v1/notes/${mine}`, { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } })
      expect(logged.join('')).toContain(trace)
    })
  })
})
