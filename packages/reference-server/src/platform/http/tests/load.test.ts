import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../database/ids/new-id.ts'
import { notesContract, notesPermissions } from './notes-contract.testing.ts'
import { createNotesDomain } from './notes-domain.testing.ts'
import type { NotesFaults } from './notes-domain.testing.ts'
import { createTestClient } from './http-client.testing.ts'
import { createRateLimiter } from '../../rates/rate-limiter.ts'
import type { OperationDeclaration } from '../contract.ts'
import { readPolicies } from '../read-policies.ts'
import { startTestServer } from './start-test-server.testing.ts'
import type { SignedInClient, TestServer } from './start-test-server.testing.ts'

const openConnections = ({ httpServer }: TestServer): Promise<number> =>
  new Promise((resolve) => httpServer.server.getConnections((_, count) => resolve(count)))

describe('a server under load', () => {
  let server: TestServer
  const faults: NotesFaults = {}
  const signNote: OperationDeclaration = { ...notesContract.operations['signNote']!, urgency: 'runningVisit' }
  const rates = {
    ...readPolicies().rates,
    classes: {
      ...readPolicies().rates.classes,
      read: { burst: 3, perSecond: 0.5 },
      search: { burst: 4, perSecond: 0.5 },
      'proof-failure': { burst: 2, perSecond: 0.1 },
      outbox: { burst: 20, perSecond: 0.5 },
      'outbox-of-organization': { burst: 30, perSecond: 0.5 },
    },
    operations: { ...readPolicies().rates.operations, readTogether: 'search' },
  }
  beforeAll(async () => {
    server = await startTestServer({
      engine: 'postgres',
      now: '2026-11-25T15:00:00Z',
      modules: () => [createNotesDomain(faults, 'secret-of-the-webhook')],
      contract: { ...notesContract, operations: { ...notesContract.operations, signNote } },
      policies: { permissions: notesPermissions, rates },
      maxInFlight: 2,
      limitsRates: true,
      trustedProxies: 1,
    })
  })
  afterEach(() => {
    delete faults.during
    server.clock.advance({ hours: 1 })
  })
  afterAll(() => server.stop())

  it('refuses a session that exceeds its rate, with the time to wait, and does not affect others', async () => {
    const [busy, calm] = [await server.as('practitioner'), await server.as('practitioner')]
    const answers = []
    for (let count = 0; count < 4; count++) answers.push(await busy.get('/v1/note-count'))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(answers[3]?.headers.get('retry-after')).toBe('2')
    expect(answers[3]?.body.code).toBe('too_many_requests')
    expect((await calm.get('/v1/note-count')).status).toBe(200)
    // Searching is another class, and its budget is not used up.
    expect((await busy.get('/v1/notes')).status).toBe(200)
    server.clock.advance({ seconds: 2 })
    expect((await busy.get('/v1/note-count')).status).toBe(200)
    expect((await busy.get('/v1/note-count')).status).toBe(429)
  })

  it('counts all sessions of a person together', async () => {
    const personId = newId()
    const [one, other] = [await server.as('practitioner', { personId }), await server.as('practitioner', { personId })]
    for (let count = 0; count < 3; count++) expect((await one.get('/v1/note-count')).status).toBe(200)
    expect((await other.get('/v1/note-count')).status).toBe(429)
  })

  it('lets a call take what it costs', async () => {
    const practitioner = await server.as('practitioner')
    // Of a limit of three units, the file takes two.
    expect((await practitioner.get(`/v1/notes/${newId()}/file`)).status).toBe(404)
    expect((await practitioner.get('/v1/note-count')).status).toBe(200)
    expect((await practitioner.get('/v1/note-count')).status).toBe(429)
  })

  it('lets a long answer take what it costs', async () => {
    const patient = await server.as('patient')
    for (let count = 0; count < 18; count++)
      await patient.post('/v1/notes', { patientId: patient.caller.personId, text: 'x'.repeat(1_900) })
    // Of a limit of four units, each search takes one for itself, and one for more than 32 KB.
    const statuses = []
    for (let count = 0; count < 3; count++) statuses.push((await patient.get('/v1/notes')).status)
    expect(statuses).toEqual([200, 200, 429])
  })

  it('lets no one fill the outbox of others: neither a person that of their organization, nor that of another one', async () => {
    const [busy, calm] = [await server.as('patient'), await server.as('patient')]
    const write = (by: SignedInClient) => by.post('/v1/notes', { patientId: by.caller.personId, text: 'x' })
    // Each note is one event.
    const written = []
    for (let count = 0; count < 21; count++) written.push(await write(busy))
    expect(written.filter(({ status }) => status === 201)).toHaveLength(20)
    const refused = written.at(-1)
    expect([refused?.status, refused?.body.code, refused?.headers.get('retry-after')]).toEqual([
      429,
      'too_many_requests',
      '2',
    ])
    expect((await busy.get('/v1/notes')).status).toBe(200)

    const others = []
    for (let count = 0; count < 11; count++) others.push(await write(calm))
    expect(others.filter(({ status }) => status === 201)).toHaveLength(10)
    expect([others.at(-1)?.status, others.at(-1)?.body.code]).toEqual([503, 'overloaded'])
    // A running visit goes on.
    expect((await calm.post(`/v1/notes/${others[0]?.body.id}/sign`)).status).toBe(200)
    const elsewhere = await server.as('patient', { organizationId: newId() })
    expect((await write(elsewhere)).status).toBe(201)
    server.clock.advance({ seconds: 2 })
    expect((await write(calm)).status).toBe(201)
  })

  it('takes nothing from the outbox for a request that is repeated', async () => {
    const patient = await server.as('patient')
    const body = { patientId: patient.caller.personId, text: 'x' }
    const idempotencyKey = newId()
    for (let count = 0; count < 25; count++)
      expect((await patient.post('/v1/notes', body, { idempotencyKey })).status).toBe(201)
  })

  it('slows down guesses of an address, and refuses no right proof from there', async () => {
    const knock = (signature: string, organizationId = server.organizationId) =>
      server.anonymous().post(`/v1/note-hook/${organizationId}`, {}, { headers: { 'x-signature': signature } })
    expect((await knock('guess-1')).status).toBe(401)
    expect((await knock('guess-2')).status).toBe(401)
    const refused = await knock('guess-3')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
    expect((await knock('secret-of-the-webhook')).status).toBe(200)
    // What another partner of another organization sends wrong is counted apart.
    expect((await knock('guess-4', newId())).status).toBe(401)
    server.clock.advance({ seconds: 10 })
    expect((await knock('guess-5')).status).toBe(401)
  })

  it('counts guesses of each address apart', async () => {
    const knock = (address: string) =>
      server
        .anonymous()
        .post(
          `/v1/note-hook/${server.organizationId}`,
          {},
          { headers: { 'x-signature': 'guess', 'x-forwarded-for': address } },
        )
    const statuses = []
    for (let count = 0; count < 3; count++) statuses.push((await knock('192.0.2.1')).status)
    expect(statuses).toEqual([401, 401, 429])
    expect((await knock('192.0.2.2')).status).toBe(401)
  })

  it('slows down forged tokens of an address, and refuses no right one from there', async () => {
    const patient = await server.as('patient')
    const forged = createTestClient({
      url: server.url,
      accessToken: async () => `${patient.accessToken}x`,
      origin: null,
    })
    const statuses = []
    for (let count = 0; count < 4; count++) statuses.push((await forged.get(`/v1/notes/${newId()}`)).status)
    expect(statuses).toEqual([401, 401, 429, 429])
    expect((await patient.get('/v1/notes')).status).toBe(200)
    // An expired token was right once: the client has to learn that it should refresh.
    const old = createTestClient({ url: server.url, accessToken: async () => patient.accessToken, origin: null })
    server.clock.advance({ minutes: 10, seconds: 1 })
    for (let count = 0; count < 4; count++) expect((await old.get('/v1/notes')).body.code).toBe('token_expired')
  })

  const blocked = () => {
    const gate = Promise.withResolvers<void>()
    let entered = 0
    faults.during = async () => {
      entered++
      await gate.promise
    }
    return { open: () => gate.resolve(), entered: () => entered }
  }
  const write = (client: SignedInClient) => client.post('/v1/notes', { patientId: client.caller.personId, text: 'x' })

  it('handles a bounded number of requests and refuses the rest at once', async () => {
    const patient = await server.as('patient')
    // The first write about a patient creates their key, for which a second one would wait.
    await write(patient)
    const work = blocked()
    const inside = [write(patient), write(patient)]
    await expect.poll(work.entered).toBe(2)
    const refused = await write(patient)
    expect(refused.status).toBe(503)
    expect(refused.body.code).toBe('overloaded')
    expect(refused.headers.get('retry-after')).toBe('2')
    work.open()
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([201, 201])
    expect((await write(patient)).status).toBe(201)
  })

  it('does not let slow senders occupy slots', async () => {
    const patient = await server.as('patient')
    await write(patient)
    const { hostname, port } = new URL(server.url)
    const slow = Array.from({ length: 4 }, () => connect(Number(port), hostname))
    for (const socket of slow)
      socket.write(
        `POST /v1/notes HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${patient.accessToken}\r\n` +
          'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
      )
    await expect.poll(() => openConnections(server)).toBeGreaterThanOrEqual(4)
    for (let count = 0; count < 3; count++) expect((await write(patient)).status).toBe(201)
    for (const socket of slow) socket.destroy()
  })

  it('counts requests from another origin before they are refused and recorded', async () => {
    const patient = await server.as('patient')
    const answers = []
    for (let count = 0; count < 4; count++)
      answers.push(await patient.get('/v1/note-count', { headers: { origin: 'https://evil.example' } }))
    expect(answers.map(({ body }) => body.code)).toEqual([
      'wrong_origin',
      'wrong_origin',
      'wrong_origin',
      'too_many_requests',
    ])
  })

  it('finishes requests under way when it is stopped, and accepts no new ones', async () => {
    const patient = await server.as('patient')
    // The first write about a patient creates their key, for which a second one would wait.
    await write(patient)
    const work = blocked()
    const inside = write(patient)
    await expect.poll(work.entered).toBe(1)
    const closing = server.httpServer.close(5_000)
    await expect
      .poll(() =>
        write(patient).then(
          ({ status }) => status,
          () => 'no connection',
        ),
      )
      .toBe('no connection')
    work.open()
    expect((await inside).status).toBe(201)
    await closing
  })
})

describe('a rate limit', () => {
  it('allows a burst, then a steady rate, and never accumulates more than the burst', () => {
    const limiter = createRateLimiter({ read: { burst: 2, perSecond: 4 } })
    const take = (now: number, units?: number) => limiter.take('somebody', 'read', now, units)
    expect([take(0), take(0), take(0)]).toEqual([0, 0, 1])
    expect([take(250), take(250)]).toEqual([0, 1])
    expect([take(60_000), take(60_000), take(60_000)]).toEqual([0, 0, 1])
    expect(limiter.take('somebody else', 'read', 0)).toBe(0)
    // What was charged afterwards is waited for, but never longer than for one burst.
    limiter.charge('debtor', 'read', 0, 1_000)
    expect([limiter.take('debtor', 'read', 0), limiter.take('debtor', 'read', 750)]).toEqual([1, 0])
    // An expensive call waits for all of its units, and a refused one takes none.
    expect([take(120_000, 2), take(120_250, 2), take(120_500, 2)]).toEqual([0, 1, 0])
  })
})
