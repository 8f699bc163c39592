import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import type { NotesFaults } from './tests/notes-domain.testing.ts'
import { startNotesServer } from './tests/start-notes-server.testing.ts'
import type { SignedInClient, TestServer } from './tests/start-test-server.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

const canary = 'CANARY-7f3a-note-text'
const webhookSecret = 'fixture-webhook-signature'

describe.each(platformEngines)('a request on %s', (engine) => {
  let server: TestServer
  let patient: SignedInClient
  let practitioner: SignedInClient
  let mine: string
  let theirs: string
  const faults: NotesFaults = {}
  const ledgerFault = { isDown: false }
  const logged: string[] = []

  beforeAll(async () => {
    server = await startNotesServer({ engine, faults, webhookSecret, ledgerFault, canary, logged })
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

  const rowsOf = async (requestId: string | null) =>
    (await server.accessRows()).filter((row) => row.requestId === requestId)
  const rows = (headers: Headers) => rowsOf(headers.get('x-request-id'))

  it('runs the steps in the order of the table', () => {
    expect(server.httpServer.steps).toEqual([
      'trace',
      'write-problems',
      'secure-headers',
      'admit-request',
      'limit-proofs',
      'authenticate-session',
      'require-region',
      'limit-rate',
      'take-turns',
      'note-origin',
      'require-origin',
      'authorize-permission',
      'validate-request',
      'read-together',
      'resolve-care',
      'withhold-sensitive',
      'gather',
      'require-relationship',
      'refuse-withheld',
      'keep-or-read',
      'validate-response',
      'project-response',
      'record-access',
      'write-response',
    ])
  })

  it('shows a note and records who read whose note and why', async () => {
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

  it('records a patient’s own request as the purpose', async () => {
    const { headers } = await patient.get(`/v1/notes/${mine}`)
    expect(await rows(headers)).toMatchObject([{ purpose: 'PATRQT', actorKind: 'patient' }])
  })

  it('writes one row for each patient that a search shows, and one without a patient if it shows none', async () => {
    const found = await practitioner.get('/v1/notes')
    expect(found.status).toBe(200)
    const shown = new Set(found.body.items.map((note: { patientId: string }) => note.patientId))
    expect(new Set((await rows(found.headers)).map((row) => row.patientId))).toEqual(shown)
    expect(await rows(found.headers)).toHaveLength(shown.size)
    const none = await (await server.as('patient')).get('/v1/notes')
    expect(none.body.items).toEqual([])
    expect(await rows(none.headers)).toMatchObject([{ patientId: null, outcome: 'done', action: 'search' }])
  })

  it('records the patient of a file, which cannot name the patient itself', async () => {
    const file = await patient.get(`/v1/notes/${mine}/file`)
    expect(file.headers.get('content-type')).toBe('text/plain')
    expect(file.body).toBe(canary)
    expect(await rows(file.headers)).toMatchObject([{ action: 'export', patientId: patient.caller.personId }])
  })

  it('answers a deletion without a body and records the patient', async () => {
    const { body } = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'to be dropped' })
    const dropped = await patient.delete(`/v1/notes/${body.id}`)
    expect(dropped.status).toBe(204)
    expect(dropped.body).toBeUndefined()
    expect(await rows(dropped.headers)).toMatchObject([
      { action: 'delete', entityId: body.id, patientId: patient.caller.personId },
    ])
  })

  it('answers HEAD as GET, without the body but with an audit row', async () => {
    const response = await practitioner.fetch(`/v1/notes/${mine}`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
    expect(await rows(response.headers)).toHaveLength(1)
  })

  describe('that is not allowed', () => {
    it('is refused for a role that the policy does not name, and the refusal is recorded', async () => {
      const biller = await server.as('biller')
      const { status, headers, body } = await biller.get(`/v1/notes/${mine}`)
      expect(status).toBe(403)
      expect(body.code).toBe('forbidden')
      expect(await rows(headers)).toMatchObject([
        { outcome: 'refused', refusal: 'forbidden', patientId: null, actorRole: 'biller' },
      ])
    })

    it('is refused for an unknown role', async () => {
      const stranger = await server.as('superuser')
      expect((await stranger.get('/v1/note-count')).body.code).toBe('forbidden')
    })

    it('responds to another patient’s id as if it did not exist', async () => {
      const other = await patient.get(`/v1/notes/${theirs}`)
      const none = await patient.get(`/v1/notes/${newId()}`)
      const { requestId: _, ...withoutId } = other.body
      const { requestId: __, ...nothing } = none.body
      expect(other.status).toBe(404)
      expect(withoutId).toEqual(nothing)
      expect(await rows(other.headers)).toMatchObject([
        { outcome: 'refused', refusal: 'not_found', patientId: null, entityId: theirs },
      ])
    })

    it('responds to another organization’s id as if it did not exist', async () => {
      const elsewhere = await server.as('practitioner', { organizationId: newId() })
      expect((await elsewhere.get(`/v1/notes/${mine}`)).status).toBe(404)
    })

    it('refuses a client that signed in for itself what a person does', async () => {
      const program = await server.as('practitioner', { kind: 'service', personId: 'a-program' })
      const refused = await program.post(`/v1/notes/${mine}/sign`)
      expect([refused.status, refused.body.code]).toEqual([403, 'person_required'])
      expect(await rows(refused.headers)).toMatchObject([{ refusal: 'person_required', actorId: 'a-program' }])
      expect((await program.get(`/v1/notes/${mine}`)).status).toBe(200)
    })

    it('requires a recent authentication where declared', async () => {
      const stale = await server.as('practitioner', {
        authenticatedAt: new Date(server.clock.now().getTime() - 5 * 60_000 - 1),
      })
      const refused = await stale.post(`/v1/notes/${mine}/sign`)
      expect(refused.status).toBe(401)
      expect(refused.body.code).toBe('step_up_required')
      expect(refused.headers.get('www-authenticate')).toBe(
        'Bearer error="insufficient_user_authentication", max_age="300", acr_values="phr phrh"',
      )
      expect(refused.body.signIn).toBe('second-step')
      expect(await rows(refused.headers)).toMatchObject([{ refusal: 'step_up_required' }])
      const fresh = await server.as('practitioner', {
        authenticatedAt: new Date(server.clock.now().getTime() - 5 * 60_000),
      })
      expect((await fresh.post(`/v1/notes/${mine}/sign`)).status).toBe(200)
    })

    it('is refused from another origin than that of the session', async () => {
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
      const result = await server.anonymous().get('/v1/note-count', { headers })
      expect(result.status).toBe(401)
      expect(result.body.code).toBe(code)
    })
  })

  describe('whose response must not leave', () => {
    const countOf = async () => (await practitioner.get('/v1/notes?limit=100')).body.items.length

    it('is withheld if it has an undeclared property, and its write is rolled back', async () => {
      const before = await countOf()
      faults.leaks = true
      const read = await practitioner.get(`/v1/notes/${mine}`)
      const write = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: canary })
      for (const result of [read, write]) {
        expect(result.status).toBe(500)
        expect(result.body.code).toBe('response_invalid')
        expect(JSON.stringify(result.body)).not.toContain('CANARY')
      }
      faults.leaks = false
      expect(await countOf()).toBe(before)
    })

    it('is withheld if it does not name a patient whose information was decrypted', async () => {
      faults.opensAlso = newId()
      const { status, body } = await practitioner.get(`/v1/notes/${mine}`)
      expect(status).toBe(500)
      expect(body.code).toBe('audit_incomplete')
      expect(JSON.stringify(body)).not.toContain('CANARY')
    })

    it('is withheld if it shows a patient beyond reach', async () => {
      faults.showsInstead = newId()
      const { status, body } = await patient.get(`/v1/notes/${mine}`)
      expect(status).toBe(404)
      expect(JSON.stringify(body)).not.toContain('CANARY')
    })

    it('is withheld when it cannot be recorded: 503, no byte of PHI, nothing stored', async () => {
      const before = await countOf()
      ledgerFault.isDown = true
      const read = await practitioner.get(`/v1/notes/${mine}`)
      const refused = await patient.get(`/v1/notes/${theirs}`)
      const write = await patient.post('/v1/notes', { patientId: patient.caller.personId, text: canary })
      for (const result of [read, refused]) {
        expect(result.status).toBe(503)
        expect(result.body.code).toBe('audit_unavailable')
        expect(result.headers.get('retry-after')).toBe('2')
        expect(JSON.stringify(result.body)).not.toContain('CANARY')
      }
      expect(write.status).toBeGreaterThanOrEqual(500)
      expect(JSON.stringify(write.body)).not.toContain('CANARY')
      ledgerFault.isDown = false
      expect(await countOf()).toBe(before)
    })

    it('reveals nothing of an unexpected error', async () => {
      faults.breaksWith = canary
      const { status, body } = await practitioner.get(`/v1/notes/${mine}`)
      expect(status).toBe(500)
      expect(body.code).toBe('internal_error')
      expect(JSON.stringify(body)).not.toContain('CANARY')
    })
  })

  describe('without a session', () => {
    it('runs as the caller whom the handler determines, in that organization, and records that caller', async () => {
      const { status, headers } = await server
        .anonymous()
        .post(
          `/v1/note-hook/${server.organizationId}`,
          { any: ['thing'] },
          { headers: { 'x-signature': webhookSecret } },
        )
      expect(status).toBe(200)
      expect(await rows(headers)).toMatchObject([
        { operation: 'receiveNote', actorId: 'note-vendor', organizationId: server.organizationId },
      ])
    })

    it('is refused with a wrong signature, without a caller in the record', async () => {
      const { status, headers } = await server
        .anonymous()
        .post(`/v1/note-hook/${server.organizationId}`, {}, { headers: { 'x-signature': 'guess' } })
      expect(status).toBe(401)
      expect(await rows(headers)).toEqual([])
    })
  })

  it('leaves no content of the request in the log', () => {
    expect(logged.length).toBeGreaterThan(0)
    expect(logged.join('')).not.toContain('CANARY')
  })
})
