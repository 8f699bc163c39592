import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../database/ids/new-id.ts'
import { platformEngines } from '../../database/tests/platform-engines.testing.ts'
import { readPolicies } from '../read-policies.ts'
import { failingLedger } from './failing-ledger.testing.ts'
import { notesContract, notesPermissions } from './notes-contract.testing.ts'
import { createNotesDomain, type NotesFaults } from './notes-domain.testing.ts'
import { startTestServer, type SignedInClient, type TestServer } from './start-test-server.testing.ts'

const canary = 'CANARY-read-together'

/** A burst that the reads of one test fit into, but not twice. */
const rates = {
  ...readPolicies().rates,
  classes: { ...readPolicies().rates.classes, read: { burst: 11, perSecond: 0.1 } },
}

describe.each(platformEngines)('reads in one request on %s', (engine) => {
  let server: TestServer
  let patient: SignedInClient
  let practitioner: SignedInClient
  let patientId: string
  let mine: string
  let theirs: string
  const faults: NotesFaults = {}
  const ledgerFault = { isDown: false }

  beforeAll(async () => {
    server = await startTestServer({
      engine,
      now: '2026-11-25T15:00:00Z',
      modules: () => [createNotesDomain(faults, 'secret-of-the-webhook')],
      contract: notesContract,
      policies: { permissions: notesPermissions, rates },
      limitsRates: true,
      wrapLedger: (ledger) => failingLedger(ledger, ledgerFault, canary),
    })
    const [patient, practitioner] = [await server.as('patient'), await server.as('practitioner')]
    patientId = patient.caller.personId
    mine = (await patient.post('/v1/notes', { patientId, text: canary })).body.id
    theirs = (await practitioner.post('/v1/notes', { patientId: newId(), text: canary })).body.id
  })
  beforeEach(async () => {
    for (const name of Object.keys(faults)) delete faults[name as keyof NotesFaults]
    ledgerFault.isDown = false
    // Each test has people of its own, whose limits are full.
    patient = await server.as('patient', { patientIds: [patientId] })
    practitioner = await server.as('practitioner')
  })
  afterAll(() => server.stop())

  const rowsOf = async (headers: Headers) =>
    (await server.accessRows()).filter((row) => row.requestId === headers.get('x-request-id'))

  it('are answered in their order, each as it is alone', async () => {
    const paths = [`/v1/notes/${mine}`, '/v1/notes?tags=plan&limit=2', `/v1/notes/${theirs}`, '/v1/note-count']
    const together = await practitioner.post('/v1/reads', { paths })
    expect(together.status).toBe(200)
    const alone = []
    for (const path of paths) {
      const { status, body } = await practitioner.get(path)
      alone.push({ status, body })
    }
    expect(together.body).toEqual({ responses: alone })
    expect(alone.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  it('are recorded as what they are, with whose information and why, and so is a refused one', async () => {
    const paths = [`/v1/notes/${mine}`, `/v1/notes/${theirs}`, '/v1/note-count']
    const { status, headers, body } = await patient.post('/v1/reads', { paths })
    expect(status).toBe(200)
    expect(body.responses).toMatchObject([
      { status: 200, body: { text: canary } },
      { status: 404, body: { code: 'not_found', requestId: headers.get('x-request-id') } },
      { status: 403, body: { code: 'forbidden' } },
    ])
    const rows = (await rowsOf(headers)).toSorted((one, other) => one.operation.localeCompare(other.operation))
    expect(rows).toMatchObject([
      { operation: 'countNotes', outcome: 'refused', refusal: 'forbidden', patientId: null },
      { operation: 'readNote', entityId: mine, patientId, outcome: 'done', because: 'chart' },
      { operation: 'readNote', entityId: theirs, patientId: null, outcome: 'refused', refusal: 'not_found' },
    ])
  })

  it('show nothing that cannot be recorded, and nothing that the contract does not declare', async () => {
    ledgerFault.isDown = true
    const unrecorded = await patient.post('/v1/reads', { paths: [`/v1/notes/${mine}`] })
    expect(unrecorded.body.responses).toMatchObject([{ status: 503, body: { code: 'audit_unavailable' } }])
    ledgerFault.isDown = false
    faults.leaks = true
    const leaking = await patient.post('/v1/reads', { paths: [`/v1/notes/${mine}`] })
    expect(leaking.body.responses).toMatchObject([{ status: 500, body: { code: 'response_invalid' } }])
    expect(JSON.stringify([unrecorded.body, leaking.body])).not.toContain('CANARY')
  })

  it('name a parameter that one of them has wrong, and read the others', async () => {
    const { body } = await practitioner.post('/v1/reads', { paths: ['/v1/notes?limit=900', `/v1/notes/${mine}`] })
    expect(body.responses).toMatchObject([
      { status: 400, body: { code: 'invalid_request', errors: [{ pointer: 'query:limit' }] } },
      { status: 200, body: { id: mine } },
    ])
  })

  it.each([
    ['a document', () => `/v1/notes/${mine}/file`],
    ['an operation that anyone may call', () => `/v1/note-hook/${newId()}`],
    ['itself', () => '/v1/reads'],
    ['an address elsewhere', () => '/health/ready'],
    ['nothing', () => '/v1/none'],
  ])('are refused as a whole with %s among them, and nothing is read', async (_name, path) => {
    const refused = await patient.post('/v1/reads', { paths: [`/v1/notes/${mine}`, path()] })
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ pointer: '/paths/1' }] } })
    expect(await rowsOf(refused.headers)).toEqual([])
  })

  it('take from the limits of the person what they take alone', async () => {
    // Of eleven units, the request itself takes four, as a list does.
    const path = '/v1/note-count'
    const { body } = await practitioner.post('/v1/reads', { paths: Array.from({ length: 9 }, () => path) })
    expect(body.responses.map(({ status }: { status: number }) => status)).toEqual([
      ...Array.from({ length: 7 }, () => 200),
      429,
      429,
    ])
    expect((await practitioner.get(path)).status).toBe(429)
  })

  it.each([
    ['/v1/note-count', 401],
    ['/v1/notes', 200],
  ])('are activity of the person where they are alone: after %s and more time, %i', async (path, status) => {
    const reader = await server.as('practitioner')
    server.clock.advance({ minutes: 10 })
    expect((await reader.post('/v1/reads', { paths: [path] })).status).toBe(200)
    server.clock.advance({ minutes: 10 })
    expect((await reader.get('/v1/note-count')).status).toBe(status)
  })

  it('are no activity of the person, nor are other requests, where the page says that no one uses it', async () => {
    const reader = await server.as('practitioner')
    const headers = { 'x-user-activity': 'none' }
    server.clock.advance({ minutes: 10 })
    expect((await reader.get('/v1/notes', { headers })).status).toBe(200)
    expect((await reader.post('/v1/reads', { paths: ['/v1/notes'] }, { headers })).status).toBe(200)
    server.clock.advance({ minutes: 5 })
    expect((await reader.get('/v1/notes')).status).toBe(401)
  })
})
