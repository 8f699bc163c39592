import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migratedDatabase } from './migrated-database.ts'
import { getExactPath, expectRefusal, sendRaw, marker, type Refusal } from './hospital/expect-refusal.ts'
import { body, createHospital, type Person } from './hospital/create-hospital.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { variants } from './variants.testing.ts'

describe.each(variants(['pglite', 'postgres'] as const))('what is refused by its form (%s)', (engine) => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer({
      databaseUrl: await migratedDatabase(engine),
    })
  })
  afterAll(() => server?.stop())

  let desk: Person
  const newPatient = {
    name: { given: marker, family: marker },
    birthDate: '1984-06-15',
    state: 'OH',
    language: 'en',
    zone: 'America/New_York',
  }
  beforeAll(async () => {
    desk = (await createHospital(server)).desk
  })
  const create = (data: string, type?: string): Promise<Refusal> => sendRaw(desk, 'POST', '/v1/patients', data, type)

  it.each([
    [
      'a property that the contract does not know',
      { ...newPatient, nickname: marker },
      '/nickname',
      'unknown_property',
    ],
    [
      'the same inside another',
      { ...newPatient, name: { ...newPatient.name, title: marker } },
      '/name/title',
      'unknown_property',
    ],
    ['a missing property', { ...newPatient, state: undefined }, '/state', 'required'],
    ['a text that is too long', { ...newPatient, recordNumber: marker.repeat(9) }, '/recordNumber', 'too_long'],
    ['a value that is not on the list', { ...newPatient, sex: marker }, '/sex', 'unknown_value'],
    ['a list instead of a text', { ...newPatient, state: [marker] }, '/state', 'wrong_type'],
    ['an object instead of a text', { ...newPatient, state: { $ne: marker } }, '/state', 'wrong_type'],
    ['a date that does not exist', { ...newPatient, birthDate: '1984-02-31' }, '/birthDate', 'wrong_format'],
    [
      'a character that no database can hold',
      { ...newPatient, recordNumber: `${marker}\0` },
      '/recordNumber',
      'unsupported_character',
      422,
    ],
    [
      'half a character',
      { ...newPatient, recordNumber: `${marker}\ud800` },
      '/recordNumber',
      'unsupported_character',
      422,
    ],
    [
      'a sign that turns the direction of the text',
      { ...newPatient, recordNumber: `${marker}\u202e` },
      '/recordNumber',
      'unsupported_character',
      422,
    ],
    ['no e-mail address', { ...newPatient, email: marker }, '/email', 'not_an_email_address', 422],
  ] as const)('%s, by pointer', async (_, data, pointer, code, status: 400 | 422 = 400) => {
    const answer = await create(JSON.stringify(data))
    expect(expectRefusal(answer, { status, code: 'invalid_request' })).toMatchObject([{ pointer, code }])
    // No patient's data was used: the request was only malformed. To set what the contract does not offer may be an attempt at more.
    const refused = { operation: 'createPatient', outcome: 'refused', refusal: 'invalid_request', patientId: null }
    expect(await server.accessRows(answer.headers.get('x-request-id') ?? '')).toMatchObject(
      code === 'unknown_property' ? [refused] : [],
    )
  })

  it.each([
    ['{"name"', '{"__proto__":{"polluted":true},"name"'],
    ['{"name"', '{"\\u005f_proto__":{"polluted":true},"name"'],
    ['{"given"', '{"__proto__":{"polluted":true},"given"'],
  ])('a __proto__ member (instead of %s: %s), which pollutes nothing', async (part, instead) => {
    const answer = await create(JSON.stringify(newPatient).replace(part, instead))
    const errors = expectRefusal(answer, { status: 400, code: 'invalid_request' })
    expect(errors.some(({ pointer, code }) => pointer.endsWith('__proto__') && code === 'unknown_property')).toBe(true)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it.each([
    ['an object that does not end', JSON.stringify(newPatient).slice(0, -1)],
    ['a word', marker],
    ['two values', `${JSON.stringify(newPatient)}${JSON.stringify(newPatient)}`],
    ['single quotes', `{'name':'${marker}'}`],
  ])('what is not JSON: %s', async (_, data) => {
    expectRefusal(await create(data), { status: 400, code: 'invalid_json' })
  })

  it('objects nested ten thousand deep', async () => {
    expectRefusal(await create('{"name":'.repeat(10_000) + `"${marker}"` + '}'.repeat(10_000)), {
      status: 400,
      code: 'body_too_deep',
    })
    expectRefusal(await create('['.repeat(10_000)), { status: 400, code: 'body_too_deep' })
  })

  it('ten megabytes, with or without a content length', async () => {
    const large = JSON.stringify({ ...newPatient, recordNumber: marker.repeat(1_000_000) })
    expect(large.length).toBeGreaterThan(10_000_000)
    // Refused while it is still being sent: either the refusal arrives, or the connection is closed.
    const announced = await create(large).catch((error: unknown) => error as Error)
    if (announced instanceof Error) expect(String(announced.cause)).toMatch(/EPIPE|ECONNRESET|other side closed/)
    else expectRefusal(announced, { status: 413, code: 'body_too_large' })
    const unannounced = await desk
      .fetch('/v1/patients', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        // In chunks, so that it has no content length.
        body: Readable.toWeb(Readable.from([Buffer.from(large.slice(0, 300_000)), Buffer.from(large.slice(300_000))])),
        duplex: 'half',
      } as unknown as RequestInit)
      .then(async (response) => ({ status: response.status, headers: response.headers, text: await response.text() }))
      .catch((error: unknown) => error as Error)
    if (unannounced instanceof Error) expect(String(unannounced.cause)).toMatch(/EPIPE|ECONNRESET|other side closed/)
    else expectRefusal(unannounced, { status: 413, code: 'body_too_large' })
  })

  it('a body slightly above the limit, with a message that states the limit', async () => {
    expectRefusal(await create(JSON.stringify({ ...newPatient, recordNumber: marker.repeat(27_000) })), {
      status: 413,
      code: 'body_too_large',
    })
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    `application/${marker.toLowerCase()}`,
  ])('a body that says it is %s', async (type) => {
    expectRefusal(await create(JSON.stringify(newPatient), type), { status: 415, code: 'unsupported_media_type' })
  })

  it('bytes that are not text', async () => {
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

  it('a method that a path does not support', async () => {
    const answer = await sendRaw(desk, 'PUT', '/v1/patients', JSON.stringify(newPatient))
    expectRefusal(answer, { status: 405, code: 'method_not_allowed' })
    expect(answer.headers.get('allow')).toContain('POST')
  })

  it.each([
    ['%00', 400],
    [`${marker}%00`, 400],
    ['..%2f..%2fme', 400],
    ['%2e%2e', 400],
    ["'%20or%201=1--", 400],
    ['%F0%9F%92%8A', 400],
    [marker, 404],
    ['-1', 404],
    ['..', 400],
    ['../me', 404],
    ['../../../../etc/passwd', 404],
    ['a'.repeat(65), 400],
    ['a'.repeat(5_000), 404],
    ['%', 404],
    ['%E0%A4%A', 404],
  ] as const)('an id that is none: %s', async (id, status) => {
    const answer = await getExactPath(server.url, desk, `/v1/patients/${id}`)
    const errors = expectRefusal(answer, { status, code: status === 400 ? 'invalid_request' : 'not_found' })
    if (status === 400) expect(errors).toMatchObject([{ pointer: 'path:patientId' }])
  })

  it.each([
    [`patientId=${marker}&patientId=${marker}`, 'query:patientId', 'repeated'],
    [`patientId[]=${marker}`, 'query:patientId[]', 'unknown_property'],
    [`patientId[$ne]=${marker}`, 'query:patientId[$ne]', 'unknown_property'],
    [`__proto__=${marker}`, 'query:__proto__', 'unknown_property'],
    ['limit=0', 'query:limit', 'out_of_range'],
    ['limit=1e999', 'query:limit', 'out_of_range'],
    ['limit=Infinity', 'query:limit', 'out_of_range'],
    [`limit=${marker}`, 'query:limit', 'wrong_type'],
    [`from=${marker}`, 'query:from', 'wrong_format'],
    ['patientId=%00', 'query:patientId', 'unsupported_character'],
    [`status=${marker}`, 'query:status', 'unknown_value'],
  ])('a query that is none: %s', async (query, pointer, code) => {
    const answer = await getExactPath(server.url, desk, `/v1/appointments?${query}`)
    expect(expectRefusal(answer, { status: 400, code: 'invalid_request' })).toMatchObject([{ pointer, code }])
  })

  it('a cursor that this server did not create', async () => {
    for (const cursor of [marker, '%00', 'eyJhIjoxfQ', "'"]) {
      const answer = await getExactPath(server.url, desk, `/v1/appointments?cursor=${cursor}`)
      expect(answer.status).toBe(400)
      expect(answer.text).not.toContain(marker)
    }
  })

  it('an invalid idempotency key', async () => {
    const answer = await desk.post('/v1/patients', newPatient, { idempotencyKey: marker })
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ pointer: 'header:idempotency-key', code: 'wrong_format' }] },
    })
  })

  it('and afterward the server works as before, and has logged none of it', async () => {
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200)
    await body(desk.post('/v1/patients', newPatient))
    expect(server.logged.join('\n')).not.toMatch(new RegExp(marker, 'i'))
  })
})
