import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { startPostgres } from '../scripts/start-postgres.ts'
import { createDatabase } from './create-database.ts'
import { body, foundHospital, type Hospital, type Person } from './hospital/found-hospital.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { book, hold } from './requests/scheduling.ts'
import { ready, statement } from './requests/visits.ts'

/** Stands in whatever is sent here, and may stand in nothing that is answered. */
const word = 'Qvxrefused'

interface Refusal {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Tells what to do, to a person. */
const remedy =
  /\b(Ask|Call|Check|Choose|Correct|Decide|Nest|Read|Refresh|Repeat|Search|Send|Sign in|Try again|Use|Must|is not known|is required|as the contract describes it)\b/

/** One refusal: its own code, a remedy, and not a word of what was sent. Returns the faulty properties that it names. */
const expectRefusal = ({ status, headers, text }: Refusal, expected: { status: number; code: string }) => {
  const problem = JSON.parse(text) as {
    status: number
    code: string
    type: string
    title: string
    detail: string
    requestId: string
    errors?: { pointer: string; code: string; message: string }[]
  }
  expect({ status, code: problem.code }).toEqual(expected)
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(problem).toMatchObject({
    status,
    type: `urn:visitkit:problem:${expected.code}`,
    title: expect.stringMatching(/\w/) as string,
  })
  expect(problem.requestId).toBe(headers.get('x-request-id'))
  expect(`${problem.detail} ${(problem.errors ?? []).map(({ message }) => message).join(' ')}`).toMatch(remedy)
  // The pointer names a property as the sender wrote it; what it held is nowhere.
  const said = JSON.stringify({ ...problem, errors: problem.errors?.map(({ code, message }) => ({ code, message })) })
  expect(said).not.toMatch(new RegExp(word, 'i'))
  return problem.errors ?? []
}

const sent = async (
  by: Person,
  method: string,
  path: string,
  data: string,
  type = 'application/json',
): Promise<Refusal> => {
  const response = await by.fetch(path, {
    method,
    headers: { 'content-type': type, 'idempotency-key': randomUUID() },
    body: data,
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const asked = async (by: Person, path: string): Promise<Refusal> => {
  const response = await by.fetch(path)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** As `fetch` would not send it: a path is not tidied up on the way. */
const askedExactly = async (url: string, by: Person, path: string): Promise<Refusal> => {
  const { hostname, port } = new URL(url)
  const token = await by.accessToken()
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...(by.origin === null ? {} : { origin: by.origin }) }
    httpRequest({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const given = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as [string, string])
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers(given),
          text: Buffer.concat(chunks).toString(),
        })
      })
    })
      .on('error', reject)
      .end()
  })
}

describe.each(['pglite', 'postgres'] as const)('what is refused (%s)', (engine) => {
  let server: RunningServer
  let hospital: Hospital
  beforeAll(async () => {
    server = await startServer({
      databaseUrl: engine === 'pglite' ? 'pglite:memory' : await createDatabase(inject('postgresUrl')),
    })
  })
  afterAll(() => server?.stop())

  /** A rule refused it: the ledger says so, and of nobody. */
  const expectRecorded = async ({ headers }: Refusal, code: string): Promise<void> => {
    const rows = await server.accessRows(headers.get('x-request-id') ?? '')
    expect(rows.map(({ outcome, refusal, patientId }) => ({ outcome, refusal, patientId }))).toEqual([
      { outcome: 'refused', refusal: code, patientId: null },
    ])
  }

  describe('by a rule', () => {
    // The clock is moved in here: a clinic of yesterday has nobody signed in and no times left.
    beforeEach(async () => {
      hospital = await foundHospital(server)
    })

    it('a hold that has run out', async () => {
      const patient = await hospital.person('patient')
      const { id: holdId } = await hold(hospital, patient, patient.personId)
      server.clock.advance({ minutes: 5, seconds: 1 })
      const answer = await sent(
        patient,
        'POST',
        '/v1/appointments',
        JSON.stringify({ holdId, patientId: patient.personId, reason: word }),
      )
      expectRefusal(answer, { status: 409, code: 'hold_expired' })
      await expectRecorded(answer, 'hold_expired')
    })

    it('a time that somebody else has', async () => {
      const time = await hospital.time('later')
      const wish = { ...time, visitTypeId: hospital.visitTypeId }
      await body((await hospital.person('patient')).post('/v1/holds', wish))
      const answer = await sent(await hospital.person('patient'), 'POST', '/v1/holds', JSON.stringify(wish))
      expectRefusal(answer, { status: 409, code: 'slot_taken' })
      await expectRecorded(answer, 'slot_taken')
    })

    it('a check-in without the consent that the visit needs, which is named', async () => {
      const patient = await hospital.person('patient')
      const { id } = await book(hospital, patient.personId, { when: 'soon' })
      const answer = await sent(patient, 'POST', `/v1/appointments/${id}/check-in`, JSON.stringify(saying(word)))
      const errors = expectRefusal(answer, { status: 409, code: 'consent_missing' })
      expect(errors).toMatchObject([{ pointer: 'consent:telehealth-treatment', code: 'needed' }])
      await expectRecorded(answer, 'consent_missing')
    })

    it('a check-in from a state in which the practitioner has no licence', async () => {
      const patient = await hospital.person('patient')
      const { id } = await ready(hospital, patient.personId)
      const elsewhere = saying(word)
      elsewhere.location.state = 'CA'
      const answer = await sent(patient, 'POST', `/v1/appointments/${id}/check-in`, JSON.stringify(elsewhere))
      expectRefusal(answer, { status: 409, code: 'not_licensed' })
      expect(answer.text).not.toMatch(/\bCA\b|California/)
      await expectRecorded(answer, 'not_licensed')
    })

    it('a booking by somebody who lives where nobody asked is licensed', async () => {
      const patient = await hospital.person('patient', { state: 'CA' })
      const answer = await sent(
        patient,
        'POST',
        '/v1/holds',
        JSON.stringify({
          ...(await hospital.time('later')),
          visitTypeId: hospital.visitTypeId,
          patientId: patient.personId,
        }),
      )
      expectRefusal(answer, { status: 409, code: 'not_licensed' })
    })

    it('a page that belongs to another portal', async () => {
      const patient = await hospital.person('patient')
      const response = await patient.fetch('/v1/me', { headers: { origin: `https://${word.toLowerCase()}.example` } })
      const answer = { status: response.status, headers: response.headers, text: await response.text() }
      expectRefusal(answer, { status: 403, code: 'wrong_origin' })
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
      await expectRecorded(answer, 'wrong_origin')
    })

    it('a session that nobody has used for its idle limit', async () => {
      const [patient, clinician] = [await hospital.person('patient'), await hospital.person('practitioner')]
      server.clock.advance({ minutes: 15, seconds: 1 })
      expectRefusal(await asked(clinician, '/v1/me'), { status: 401, code: 'session_expired' })
      expect((await asked(patient, '/v1/me')).status).toBe(200)
      server.clock.advance({ minutes: 30, seconds: 1 })
      expectRefusal(await asked(patient, '/v1/me'), { status: 401, code: 'session_expired' })
    })

    it('a session that has reached its absolute limit, however busy', async () => {
      const patient = await hospital.person('patient')
      for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
        server.clock.advance({ minutes: 20 })
        expect((await patient.post('/v1/session/extend')).status).toBe(200)
      }
      server.clock.advance({ minutes: 20, seconds: 1 })
      expectRefusal(await asked(patient, '/v1/me'), { status: 401, code: 'session_expired' })
    })

    it('an access token that was made up', async () => {
      const patient = await hospital.person('patient')
      const response = await patient.fetch('/v1/me', { headers: { authorization: `Bearer ${word}.${word}.${word}` } })
      expectRefusal(
        { status: response.status, headers: response.headers, text: await response.text() },
        { status: 401, code: 'token_invalid' },
      )
    })
  })

  describe('by its form', () => {
    let desk: Person
    const newPatient = {
      name: { given: word, family: word },
      birthDate: '1984-06-15',
      state: 'OH',
      language: 'en',
      zone: 'America/New_York',
    }
    beforeAll(async () => {
      desk = (await foundHospital(server)).desk
    })
    const create = (data: string, type?: string): Promise<Refusal> => sent(desk, 'POST', '/v1/patients', data, type)

    it.each([
      [
        'a property that the contract does not know',
        { ...newPatient, nickname: word },
        '/nickname',
        'unknown_property',
      ],
      [
        'the same inside another',
        { ...newPatient, name: { ...newPatient.name, middle: word } },
        '/name/middle',
        'unknown_property',
      ],
      ['a missing property', { ...newPatient, state: undefined }, '/state', 'required'],
      ['a text that is too long', { ...newPatient, recordNumber: word.repeat(9) }, '/recordNumber', 'too_long'],
      ['a value that is not on the list', { ...newPatient, sex: word }, '/sex', 'unknown_value'],
      ['a list instead of a text', { ...newPatient, state: [word] }, '/state', 'wrong_type'],
      ['an object instead of a text', { ...newPatient, state: { $ne: word } }, '/state', 'wrong_type'],
      ['a date that does not exist', { ...newPatient, birthDate: '1984-02-31' }, '/birthDate', 'wrong_format'],
      [
        'a character that no database can hold',
        { ...newPatient, recordNumber: `${word}\0` },
        '/recordNumber',
        'unsupported_character',
      ],
      ['half a character', { ...newPatient, recordNumber: `${word}\ud800` }, '/recordNumber', 'unsupported_character'],
    ])('%s, by pointer', async (_, data, pointer, code) => {
      const answer = await create(JSON.stringify(data))
      expect(expectRefusal(answer, { status: 400, code: 'invalid_request' })).toMatchObject([{ pointer, code }])
      // Nobody's information was acted upon: only malformed.
      expect(await server.accessRows(answer.headers.get('x-request-id') ?? '')).toEqual([])
    })

    it.each([
      ['{"name"', '{"__proto__":{"polluted":true},"name"'],
      ['{"name"', '{"\\u005f_proto__":{"polluted":true},"name"'],
      ['{"given"', '{"__proto__":{"polluted":true},"given"'],
    ])('a __proto__ member (instead of %s: %s), which pollutes nothing', async (part, instead) => {
      const answer = await create(JSON.stringify(newPatient).replace(part, instead))
      const errors = expectRefusal(answer, { status: 400, code: 'invalid_request' })
      expect(errors.some(({ pointer, code }) => pointer.endsWith('__proto__') && code === 'unknown_property')).toBe(
        true,
      )
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    })

    it.each([
      ['an object that does not end', JSON.stringify(newPatient).slice(0, -1)],
      ['a word', word],
      ['two values', `${JSON.stringify(newPatient)}${JSON.stringify(newPatient)}`],
      ['single quotes', `{'name':'${word}'}`],
    ])('what is not JSON: %s', async (_, data) => {
      expectRefusal(await create(data), { status: 400, code: 'invalid_json' })
    })

    it('objects nested ten thousand deep', async () => {
      expectRefusal(await create('{"name":'.repeat(10_000) + `"${word}"` + '}'.repeat(10_000)), {
        status: 400,
        code: 'body_too_deep',
      })
      expectRefusal(await create('['.repeat(10_000)), { status: 400, code: 'body_too_deep' })
    })

    it('ten megabytes, announced or not', async () => {
      const large = JSON.stringify({ ...newPatient, recordNumber: word.repeat(1_000_000) })
      expect(large.length).toBeGreaterThan(10_000_000)
      // Refused while it is still being sent: either the refusal arrives, or the connection is closed on the sender.
      const announced = await create(large).catch((error: unknown) => error as Error)
      if (announced instanceof Error) expect(String(announced.cause)).toMatch(/EPIPE|ECONNRESET|other side closed/)
      else expectRefusal(announced, { status: 413, code: 'body_too_large' })
      const unannounced = await desk
        .fetch('/v1/patients', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          // In pieces, so that no length can be announced.
          body: Readable.toWeb(
            Readable.from([Buffer.from(large.slice(0, 300_000)), Buffer.from(large.slice(300_000))]),
          ),
          duplex: 'half',
        } as unknown as RequestInit)
        .then(async (response) => ({ status: response.status, headers: response.headers, text: await response.text() }))
        .catch((error: unknown) => error as Error)
      if (unannounced instanceof Error) expect(String(unannounced.cause)).toMatch(/EPIPE|ECONNRESET|other side closed/)
      else expectRefusal(unannounced, { status: 413, code: 'body_too_large' })
    })

    it('a little more than a body may hold, in so many words', async () => {
      expectRefusal(await create(JSON.stringify({ ...newPatient, recordNumber: word.repeat(27_000) })), {
        status: 413,
        code: 'body_too_large',
      })
    })

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      `application/${word.toLowerCase()}`,
    ])('a body that says it is %s', async (type) => {
      expectRefusal(await create(JSON.stringify(newPatient), type), { status: 415, code: 'unsupported_media_type' })
    })

    it('bytes that are no text', async () => {
      const response = await desk.fetch('/v1/patients', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22]),
      })
      expectRefusal(
        { status: response.status, headers: response.headers, text: await response.text() },
        { status: 400, code: 'invalid_encoding' },
      )
    })

    it('a method that a path does not know', async () => {
      const answer = await sent(desk, 'PUT', '/v1/patients', JSON.stringify(newPatient))
      expectRefusal(answer, { status: 405, code: 'method_not_allowed' })
      expect(answer.headers.get('allow')).toContain('POST')
    })

    it.each([
      ['%00', 400],
      [`${word}%00`, 400],
      ['..%2f..%2fme', 400],
      ['%2e%2e', 400],
      ["'%20or%201=1--", 400],
      ['%F0%9F%92%8A', 400],
      [word, 404],
      ['-1', 404],
      ['..', 400],
      ['../me', 404],
      ['../../../../etc/passwd', 404],
      ['a'.repeat(65), 400],
      ['a'.repeat(5_000), 404],
      ['%', 404],
      ['%E0%A4%A', 404],
    ] as const)('an id that is none: %s', async (id, status) => {
      const answer = await askedExactly(server.url, desk, `/v1/patients/${id}`)
      const errors = expectRefusal(answer, { status, code: status === 400 ? 'invalid_request' : 'not_found' })
      if (status === 400) expect(errors).toMatchObject([{ pointer: 'path:patientId' }])
    })

    it.each([
      [`patientId=${word}&patientId=${word}`, 'query:patientId', 'repeated'],
      [`patientId[]=${word}`, 'query:patientId[]', 'unknown_property'],
      [`patientId[$ne]=${word}`, 'query:patientId[$ne]', 'unknown_property'],
      [`__proto__=${word}`, 'query:__proto__', 'unknown_property'],
      ['limit=0', 'query:limit', 'out_of_range'],
      ['limit=1e999', 'query:limit', 'out_of_range'],
      ['limit=Infinity', 'query:limit', 'out_of_range'],
      [`limit=${word}`, 'query:limit', 'wrong_type'],
      [`from=${word}`, 'query:from', 'wrong_format'],
      ['patientId=%00', 'query:patientId', 'wrong_format'],
      [`status=${word}`, 'query:status', 'unknown_value'],
    ])('a query that is none: %s', async (query, pointer, code) => {
      const answer = await askedExactly(server.url, desk, `/v1/appointments?${query}`)
      expect(expectRefusal(answer, { status: 400, code: 'invalid_request' })).toMatchObject([{ pointer, code }])
    })

    it('a cursor that this server did not write', async () => {
      for (const cursor of [word, '%00', 'eyJhIjoxfQ', "'"]) {
        const answer = await askedExactly(server.url, desk, `/v1/appointments?cursor=${cursor}`)
        expect(answer.status).toBe(400)
        expect(answer.text).not.toContain(word)
      }
    })

    it('an idempotency key that is none', async () => {
      const answer = await desk.post('/v1/patients', newPatient, { idempotencyKey: word })
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'invalid_request', errors: [{ pointer: 'header:idempotency-key', code: 'wrong_format' }] },
      })
    })

    it('and after all that the server answers as before, and has logged none of it', async () => {
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(200)
      await body(desk.post('/v1/patients', newPatient))
      expect(server.logged.join('\n')).not.toMatch(new RegExp(word, 'i'))
    })
  })
})

describe('when the database is gone', () => {
  it('says so, shows nothing, and lives', { timeout: 120_000 }, async () => {
    const postgres = await startPostgres()
    const database = await createDatabase(postgres.url)
    const server = await startServer({ databaseUrl: database })
    let isUp = true
    try {
      const hospital = await foundHospital(server)
      const patient = await hospital.person('patient')
      await body(patient.get(`/v1/patients/${patient.personId}`))
      await postgres.stop()
      isUp = false

      const read = await asked(patient, `/v1/patients/${patient.personId}`)
      expectRefusal(read, { status: 503, code: 'database_unavailable' })
      expect(Number(read.headers.get('retry-after'))).toBeGreaterThan(0)
      const written = await sent(
        hospital.desk,
        'POST',
        '/v1/patients',
        JSON.stringify({
          name: { given: word, family: word },
          birthDate: '1984-06-15',
          state: 'OH',
          language: 'en',
          zone: 'America/New_York',
        }),
      )
      expectRefusal(written, { status: 503, code: 'database_unavailable' })
      const { hostname, port, password, pathname } = new URL(database)
      for (const { text } of [read, written])
        for (const secret of [hostname, port, password, pathname.slice(1), 'ECONNREFUSED'])
          expect(text).not.toContain(secret)

      expect((await fetch(`${server.url}/health/live`)).status).toBe(200)
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(503)
      expect(server.logged.join('\n')).not.toMatch(new RegExp(`${word}|postgres:postgres`, 'i'))
    } finally {
      await server.stop().catch(() => undefined)
      if (isUp) await postgres.stop()
    }
  })
})

/** A statement at check-in that holds the word wherever a word may stand. */
const saying = (text: string) => {
  const said = statement()
  return {
    ...said,
    location: { ...said.location, line1: text, city: text },
    emergencyContact: { name: text, phone: '555-0143' },
  }
}
