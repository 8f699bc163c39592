import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../database/new-id.ts'
import type { Ledger } from '../seams.ts'
import { notesContract, notesPermissions } from './fixture/notes-contract.ts'
import { createNotesDomain } from './fixture/notes-domain.ts'
import type { NotesFaults } from './fixture/notes-domain.ts'
import { startTestServer } from './testing.ts'
import type { SignedInClient, TestServer } from './testing.ts'

const canary = 'CANARY-7f3a-note-text'
const webhookSecret = 'fixture-webhook-signature'

describe.each(['pglite', 'postgres'] as const)('a request on %s', (engine) => {
  let server: TestServer
  let patient: SignedInClient
  let practitioner: SignedInClient
  let mine: string
  let theirs: string
  const faults: NotesFaults = {}
  const ledgerFault = { isDown: false }
  const logged: string[] = []

  const failing = (ledger: Ledger): Ledger => ({
    append: (rows) => (ledgerFault.isDown ? Promise.reject(new Error(`disk full near ${canary}`)) : ledger.append(rows)),
    insert: (tx, rows) => (ledgerFault.isDown ? Promise.reject(new Error(`disk full near ${canary}`)) : ledger.insert(tx, rows)),
  })

  beforeAll(async () => {
    server = await startTestServer({
      engine,
      now: '2026-11-25T15:00:00Z',
      modules: () => [createNotesDomain(faults, webhookSecret)],
      contract: notesContract,
      policies: { permissions: notesPermissions },
      wrapLedger: failing,
      onLog: (line) => logged.push(line),
    })
    patient = await server.as('patient')
    practitioner = await server.as('practitioner')
    mine = (await patient.post('/v1/notes', { patientId: patient.caller.personId, text: canary })).body.id
    theirs = (await practitioner.post('/v1/notes', { patientId: newId(), text: canary })).body.id
  })
  beforeEach(() => {
    for (const name of Object.keys(faults)) delete faults[name as keyof NotesFaults]
    ledgerFault.isDown = false
  })
  afterAll(() => server.stop())

  const rowsOf = async (requestId: string | null) => (await server.accessRows()).filter((row) => row.requestId === requestId)
  const rows = (headers: Headers) => rowsOf(headers.get('x-request-id'))

  it('takes the steps in the order of the table', () => {
    expect(server.face.steps).toEqual([
      'trace',
      'answer-problems',
      'secure-headers',
      'admit-request',
      'authenticate-session',
      'limit-rate',
      'authorize-permission',
      'validate-request',
      'gather',
      'keep-or-read',
      'validate-answer',
      'record-access',
      'write-answer',
    ])
  })

  it('shows a note and says on the record who read whose note and why', async () => {
    const { status, headers, body } = await practitioner.get(`/v1/notes/${mine}`)
    expect(status).toBe(200)
    expect(body.text).toBe(canary)
    expect(await rows(headers)).toMatchObject([
      {
        operation: 'readNote',
        action: 'read',
        entity: 'Note',
        entityId: mine,
        patientId: patient.caller.personId,
        outcome: 'done',
        because: 'chart',
        actorKind: 'member',
        actorId: practitioner.caller.personId,
        actorRole: 'practitioner',
        sessionId: practitioner.session.id,
        purpose: 'TREAT',
      },
    ])
  })

  it('says as the purpose of a patient that they asked for themselves', async () => {
    const { headers } = await patient.get(`/v1/notes/${mine}`)
    expect(await rows(headers)).toMatchObject([{ purpose: 'PATRQT', actorKind: 'patient' }])
  })

  it('writes one row for each patient whom a search shows, and one that names nobody when it shows none', async () => {
    const found = await practitioner.get('/v1/notes')
    const shown = new Set(found.body.items.map((note: { patientId: string }) => note.patientId))
    expect(new Set((await rows(found.headers)).map((row) => row.patientId))).toEqual(shown)
    expect(await rows(found.headers)).toHaveLength(shown.size)
    const none = await (await server.as('patient')).get('/v1/notes')
    expect(none.body.items).toEqual([])
    expect(await rows(none.headers)).toMatchObject([{ patientId: null, outcome: 'done', action: 'search' }])
  })

  it('names the patient of a file, which cannot name them itself', async () => {
    const file = await patient.get(`/v1/notes/${mine}/file`)
    expect(file.headers.get('content-type')).toBe('text/plain')
    expect(file.body).toBe(canary)
    expect(await rows(file.headers)).toMatchObject([{ action: 'export', patientId: patient.caller.personId }])
  })

  it('answers a deletion without a body and names the patient on the record', async () => {
    const { body } = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'to be dropped' })
    const dropped = await patient.delete(`/v1/notes/${body.id}`)
    expect(dropped.status).toBe(204)
    expect(dropped.body).toBeUndefined()
    expect(await rows(dropped.headers)).toMatchObject([{ action: 'delete', entityId: body.id, patientId: patient.caller.personId }])
  })

  it('answers HEAD as GET, without the body but on the record', async () => {
    const response = await practitioner.fetch(`/v1/notes/${mine}`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
    expect(await rows(response.headers)).toHaveLength(1)
  })

  describe('that is not allowed', () => {
    it('is refused for a role that the policy does not name, and that stands on the record', async () => {
      const biller = await server.as('biller')
      const { status, headers, body } = await biller.get(`/v1/notes/${mine}`)
      expect(status).toBe(403)
      expect(body.code).toBe('forbidden')
      expect(await rows(headers)).toMatchObject([{ outcome: 'refused', refusal: 'forbidden', patientId: null, actorRole: 'biller' }])
    })

    it('is refused for a role that nobody knows', async () => {
      const stranger = await server.as('superuser')
      expect((await stranger.get('/v1/note-count')).body.code).toBe('forbidden')
    })

    it('finds nothing of another patient, exactly as if there were nothing', async () => {
      const other = await patient.get(`/v1/notes/${theirs}`)
      const none = await patient.get(`/v1/notes/${newId()}`)
      const { requestId: _, ...withoutId } = other.body
      const { requestId: __, ...nothing } = none.body
      expect(other.status).toBe(404)
      expect(withoutId).toEqual(nothing)
      expect(await rows(other.headers)).toMatchObject([{ outcome: 'refused', refusal: 'not_found', patientId: null, entityId: theirs }])
    })

    it('finds nothing of another organization', async () => {
      const elsewhere = await server.as('practitioner', { organizationId: newId() })
      expect((await elsewhere.get(`/v1/notes/${mine}`)).status).toBe(404)
    })

    it('needs a fresh proof of the person for what is declared so', async () => {
      const stale = await server.as('practitioner', { authenticatedAt: new Date(server.clock.now().getTime() - 5 * 60_000 - 1) })
      const refused = await stale.post(`/v1/notes/${mine}/sign`)
      expect(refused.status).toBe(401)
      expect(refused.body.code).toBe('step_up_required')
      expect(refused.headers.get('www-authenticate')).toContain('max_age="300"')
      expect(await rows(refused.headers)).toMatchObject([{ refusal: 'step_up_required' }])
      const fresh = await server.as('practitioner', { authenticatedAt: new Date(server.clock.now().getTime() - 5 * 60_000) })
      expect((await fresh.post(`/v1/notes/${mine}/sign`)).status).toBe(200)
    })

    it('is refused from another origin than the session belongs to', async () => {
      const refused = await patient.get(`/v1/notes/${mine}`, { headers: { origin: 'https://evil.example' } })
      expect(refused.status).toBe(403)
      expect(refused.body.code).toBe('wrong_origin')
      expect(refused.headers.get('access-control-allow-origin')).toBeNull()
      expect(await rows(refused.headers)).toMatchObject([{ refusal: 'wrong_origin', outcome: 'refused' }])
    })

    it.each([
      ['no token', {}, 'authentication_required'],
      ['another scheme', { authorization: 'Basic YTpi' }, 'authentication_required'],
      ['a token of nobody', { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }, 'token_invalid'],
    ])('is refused with %s', async (_what, headers, code) => {
      const answer = await server.anonymous().get('/v1/note-count', { headers })
      expect(answer.status).toBe(401)
      expect(answer.body.code).toBe(code)
    })
  })

  describe('that is malformed', () => {
    const faultsIn = (body: { errors: { pointer: string; code: string }[] }) => Object.fromEntries(body.errors.map(({ pointer, code }) => [pointer, code]))

    it('names every faulty property at once and repeats no value', async () => {
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
      expect((await server.accessRows()).length).toBe(before)
    })

    it('accepts null where the contract allows it, and a model described in two parts', async () => {
      const { status } = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'x', kind: null, author: { name: 'R. Example', role: 'nurse' } })
      expect(status).toBe(201)
    })

    it('coerces parameters, fills in defaults and parts lists by commas', async () => {
      const { headers } = await practitioner.get('/v1/notes?signed=true&tags=a,b&since=2026-11-25T15:30:00Z')
      expect(JSON.parse(headers.get('x-query') ?? '')).toEqual({ limit: 50, signed: true, tags: ['a', 'b'], since: '2026-11-25T15:30:00Z' })
    })

    it('names faulty parameters where they stand', async () => {
      const { status, body } = await practitioner.get('/v1/notes?limit=101&signed=maybe&colour=red&since=yesterday')
      expect(status).toBe(400)
      expect(faultsIn(body)).toEqual({
        'query:limit': 'out_of_range',
        'query:signed': 'wrong_type',
        'query:colour': 'unknown_property',
        'query:since': 'wrong_format',
      })
      expect(faultsIn((await practitioner.get('/v1/notes/a%20b')).body)).toEqual({ 'path:noteId': 'wrong_format' })
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
      const response = await patient.fetch('/v1/notes', { method: 'POST', headers: { 'content-type': 'application/json' }, body: new Uint8Array([0x22, 0xff, 0x22]) })
      expect(await response.json()).toMatchObject({ status: 400, code: 'invalid_encoding' })
    })

    it.each(['{"__proto__":{"patientId":"x"}}', '{"\\u005f_proto__":1}', '{"author":{"__proto__":{}}}'])('refuses a prototype in %s', async (body) => {
      const response = await patient.fetch('/v1/notes', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      expect(response.status).toBe(400)
      expect(JSON.stringify(await response.json())).toContain('__proto__')
    })

    it('refuses text that no database can hold', async () => {
      const { status, body } = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'a\u0000b', tags: ['\ud800'] })
      expect(status).toBe(400)
      expect(faultsIn(body)).toEqual({ '/text': 'unsupported_character', '/tags/0': 'unsupported_character' })
    })

    it('refuses an idempotency key that is too short', async () => {
      const { status, body } = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'x' }, { idempotencyKey: 'short' })
      expect(status).toBe(400)
      expect(faultsIn(body)).toEqual({ 'header:idempotency-key': 'wrong_format' })
    })
  })

  describe('under an idempotency key', () => {
    it('is answered once and replayed, with the replay on the record too', async () => {
      const idempotencyKey = randomUUID()
      const body = { patientId: patient.caller.personId, text: 'once' }
      const first = await patient.post('/v1/notes', body, { idempotencyKey })
      const again = await patient.post('/v1/notes', body, { idempotencyKey })
      expect(again.status).toBe(201)
      expect(again.body).toEqual(first.body)
      expect(again.headers.get('location')).toBe(first.headers.get('location'))
      expect(await rows(again.headers)).toMatchObject([{ patientId: patient.caller.personId }])
    })

    it('is refused when it asks for something else under the same key', async () => {
      const idempotencyKey = randomUUID()
      await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'one' }, { idempotencyKey })
      const { status, body } = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'two' }, { idempotencyKey })
      expect(status).toBe(409)
      expect(body.code).toBe('idempotency_key_reused')
    })

    it('may also come without a key', async () => {
      const { status } = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'x' }, { idempotencyKey: null })
      expect(status).toBe(201)
    })
  })

  describe('whose answer may not leave', () => {
    const countOf = async () => (await practitioner.get('/v1/notes?limit=100')).body.items.length

    it('is withheld when it holds what the contract does not know, and what was written is taken back', async () => {
      const before = await countOf()
      faults.leaks = true
      const read = await practitioner.get(`/v1/notes/${mine}`)
      const write = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: canary })
      for (const answer of [read, write]) {
        expect(answer.status).toBe(500)
        expect(answer.body.code).toBe('answer_invalid')
        expect(JSON.stringify(answer.body)).not.toContain('CANARY')
      }
      faults.leaks = false
      expect(await countOf()).toBe(before)
    })

    it('is withheld when somebody was opened whom it does not name', async () => {
      faults.opensAlso = newId()
      const { status, body } = await practitioner.get(`/v1/notes/${mine}`)
      expect(status).toBe(500)
      expect(body.code).toBe('audit_incomplete')
      expect(JSON.stringify(body)).not.toContain('CANARY')
    })

    it('is withheld when it shows a patient beyond reach', async () => {
      faults.showsInstead = newId()
      const { status, body } = await patient.get(`/v1/notes/${mine}`)
      expect(status).toBe(404)
      expect(JSON.stringify(body)).not.toContain('CANARY')
    })

    it('is withheld when it cannot be recorded: 503, no byte of PHI, nothing kept', async () => {
      const before = await countOf()
      ledgerFault.isDown = true
      const read = await practitioner.get(`/v1/notes/${mine}`)
      const refused = await patient.get(`/v1/notes/${theirs}`)
      const write = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: canary })
      for (const answer of [read, refused]) {
        expect(answer.status).toBe(503)
        expect(answer.body.code).toBe('audit_unavailable')
        expect(answer.headers.get('retry-after')).toBe('2')
        expect(JSON.stringify(answer.body)).not.toContain('CANARY')
      }
      expect(write.status).toBeGreaterThanOrEqual(500)
      expect(JSON.stringify(write.body)).not.toContain('CANARY')
      ledgerFault.isDown = false
      expect(await countOf()).toBe(before)
    })

    it('tells nothing of an error that nobody meant to show', async () => {
      faults.breaksWith = canary
      const { status, body } = await practitioner.get(`/v1/notes/${mine}`)
      expect(status).toBe(500)
      expect(body.code).toBe('internal_error')
      expect(JSON.stringify(body)).not.toContain('CANARY')
    })
  })

  describe('without a session', () => {
    it('runs as whom the handler finds out, in that organization, and the record names them', async () => {
      const { status, headers } = await server.anonymous().post(`/v1/note-hook/${server.organizationId}`, { any: ['thing'] }, { headers: { 'x-signature': webhookSecret } })
      expect(status).toBe(200)
      expect(await rows(headers)).toMatchObject([{ operation: 'receiveNote', actorId: 'note-vendor', organizationId: server.organizationId }])
    })

    it('is refused with a wrong signature, and nobody can be named for it', async () => {
      const { status, headers } = await server.anonymous().post(`/v1/note-hook/${server.organizationId}`, {}, { headers: { 'x-signature': 'guess' } })
      expect(status).toBe(401)
      expect(await rows(headers)).toEqual([])
    })
  })

  describe('and its headers', () => {
    it('keeps every answer from being cached, sniffed, framed or referred', async () => {
      for (const answer of [await patient.get(`/v1/notes/${mine}`), await patient.get('/v1/nothing'), await server.anonymous().get('/v1/note-count')]) {
        expect(answer.headers.get('cache-control')).toBe('no-store')
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
        expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
        expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
        expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
        expect(answer.headers.get('x-powered-by')).toBeNull()
      }
    })

    it('lets a registered portal read, and no other', async () => {
      const { headers } = await patient.get(`/v1/notes/${mine}`)
      expect(headers.get('access-control-allow-origin')).toBe(server.portal.origin)
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect(headers.get('vary')).toBe('Origin')
    })

    it('answers the preflight of a registered portal, and refuses any other', async () => {
      const preflight = (origin: string) =>
        fetch(`${server.url}/v1/notes`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' } })
      const allowed = await preflight(server.portal.origin)
      expect(allowed.status).toBe(204)
      expect(allowed.headers.get('access-control-allow-methods')).toContain('POST')
      expect(allowed.headers.get('access-control-allow-headers')).toContain('idempotency-key')
      const refused = await preflight('https://evil.example')
      expect(refused.status).toBe(403)
      expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    })

    it('says which methods a path knows', async () => {
      const answer = await patient.put(`/v1/notes/${mine}`, {})
      expect(answer.status).toBe(405)
      expect(answer.body.code).toBe('method_not_allowed')
      expect(answer.headers.get('allow')).toBe('GET, DELETE, HEAD, OPTIONS')
      expect((await patient.get('/v1/unheard-of')).body.code).toBe('not_found')
    })

    it('takes up the trace of the caller', async () => {
      logged.length = 0
      const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
      await patient.get(`/v1/notes/${mine}`, { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } })
      expect(logged.join('')).toContain(trace)
    })
  })

  it('leaves no trace of what it was about in the log', () => {
    expect(logged.length).toBeGreaterThan(0)
    expect(logged.join('')).not.toContain('CANARY')
  })
})
