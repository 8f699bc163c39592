import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startVideo, type SimulatedDaily } from './start-video.ts'

let daily: SimulatedDaily
beforeEach(async () => {
  daily = await startVideo({ port: 0 })
})
afterEach(() => daily.stop())

const restart = async (mode: SimulatedDaily['mode']): Promise<void> => {
  await daily.stop()
  daily = await startVideo({ port: 0, mode })
}

const ask = async (method: string, path: string, body?: object | string, authorization = `Bearer ${daily.apiKey}`) => {
  const response = await fetch(daily.apiBase + path, {
    method,
    headers: authorization ? { authorization } : {},
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  }
}

describe('the REST API responds as Daily documents', () => {
  test('for a room from creation to deletion, on a domain in plain mode', async () => {
    await restart('plain')
    const made = await ask('POST', '/rooms', { name: 'hello', properties: { exp: 2_000_000_000 } })
    expect(made).toMatchObject({
      status: 200,
      body: {
        name: 'hello',
        api_created: true,
        privacy: 'public',
        url: `${daily.url}/hello`,
        config: { exp: 2_000_000_000 },
      },
    })
    for (const name of ['hello', 'a room'])
      expect(await ask('POST', '/rooms', { name }), name).toMatchObject({
        status: 400,
        body: { error: 'invalid-request-error' },
      })
    expect((await ask('POST', '/rooms/hello', { privacy: 'private' })).body).toMatchObject({
      privacy: 'private',
      config: { exp: 2_000_000_000 },
    })
    expect((await ask('GET', '/rooms/hello')).body['id']).toBe(made.body['id'])
    expect((await ask('GET', '/rooms')).body).toMatchObject({ total_count: 1 })
    expect((await ask('GET', '/rooms/hello/presence')).body).toEqual({ total_count: 0, data: [] })
    expect((await ask('GET', '/presence')).body).toEqual({})
    expect((await ask('DELETE', '/rooms/hello')).body).toEqual({ deleted: true, name: 'hello' })
    expect(await ask('GET', '/rooms/hello')).toMatchObject({ status: 404, body: { error: 'not-found' } })
  })

  test('for a domain in HIPAA mode, which names its rooms itself and refuses a name', async () => {
    await restart('hipaa')
    expect(await ask('POST', '/rooms', { name: 'hello' })).toMatchObject({
      status: 400,
      body: { error: 'invalid-request-error' },
    })
    expect(await ask('POST', '/rooms/hello', { privacy: 'private' })).toMatchObject({ status: 404 })
    const [one, other] = [await ask('POST', '/rooms', {}), await ask('POST', '/rooms', {})]
    expect(one.body['name']).toMatch(/^[A-Za-z0-9]{20}$/)
    expect(other.body['name']).not.toBe(one.body['name'])
    expect(one.body['url']).toBe(`${daily.url}/${String(one.body['name'])}`)
    expect((await ask('GET', '/')).body['config']).toEqual({ hipaa: true })
  })

  test('for lists of rooms: newest first, a hundred a page, and the next page begins after a room', async () => {
    const made: unknown[] = []
    for (let at = 0; at < 5; at += 1) made.push((await ask('POST', '/rooms', {})).body['id'])
    const idsOf = async (query: string) =>
      ((await ask('GET', `/rooms?${query}`)).body['data'] as { id: string }[]).map(({ id }) => id)
    const newestFirst = made.toReversed()
    expect(await idsOf('')).toEqual(newestFirst)
    expect(await idsOf('limit=2')).toEqual(newestFirst.slice(0, 2))
    expect(await idsOf(`limit=2&starting_after=${String(newestFirst[1])}`)).toEqual(newestFirst.slice(2, 4))
    expect(await idsOf(`limit=2&ending_before=${String(newestFirst[3])}`)).toEqual(newestFirst.slice(1, 3))
    expect(await ask('GET', '/rooms?starting_after=nothing')).toMatchObject({ status: 400 })
  })

  test('for a request that takes effect although its response is lost', async () => {
    daily.failNext(1, 'answer-lost')
    await expect(ask('POST', '/rooms', {})).rejects.toThrow(TypeError)
    expect(daily.rooms.size).toBe(1)
  })

  test('for a missing key and for a wrong one', async () => {
    expect(await ask('GET', '/rooms', undefined, '')).toMatchObject({
      status: 400,
      body: { error: 'authorization-header-error' },
    })
    expect(await ask('GET', '/rooms', undefined, 'Bearer other')).toMatchObject({
      status: 401,
      body: { error: 'authentication-error' },
    })
  })

  test('for bodies that are not JSON, and properties that Daily does not have', async () => {
    expect(await ask('POST', '/rooms', '{')).toMatchObject({ status: 400, body: { error: 'json-parsing-error' } })
    for (const body of [{ privacy: 'secret' }, { properties: { expires: 1 } }, { properties: { exp: 'soon' } }])
      expect(await ask('POST', '/rooms', body), JSON.stringify(body)).toMatchObject({
        status: 400,
        body: { error: 'invalid-request-error' },
      })
    expect(await ask('POST', '/meeting-tokens', { properties: { room: 'hello' } })).toMatchObject({ status: 400 })
  })

  test('for meeting tokens: they contain what was requested', async () => {
    const properties = { room_name: 'hello', is_owner: true, user_name: 'Practitioner', exp: 2_000_000_000 }
    const { body } = await ask('POST', '/meeting-tokens', { properties })
    expect((await ask('GET', `/meeting-tokens/${String(body['token'])}`)).body).toEqual(properties)
    expect(await ask('GET', '/meeting-tokens/a.b.c')).toMatchObject({ status: 400 })
  })

  test('for more than a hundred requests in five seconds, or fifty deletions in thirty', async () => {
    const answers = await Promise.all(Array.from({ length: 105 }, () => ask('GET', '/')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(100)
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.body).toMatchObject({ error: 'rate-limit-error' })
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    const deletions = await Promise.all(Array.from({ length: 52 }, () => ask('DELETE', '/rooms/none')))
    expect(deletions.filter(({ status }) => status === 429)).toHaveLength(2)
  })
})

describe('webhooks', () => {
  const listen = async (answer: (body: string) => number) => {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      response.writeHead(answer(Buffer.concat(chunks).toString())).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, close: () => server.close() }
  }

  test('are created only for an address that responds to the test, and have a secret', async () => {
    const bodies: string[] = []
    const good = await listen((body) => (bodies.push(body), 200))
    const bad = await listen(() => 500)
    const eventTypes = ['participant.joined']
    expect(await ask('POST', '/webhooks', { url: bad.url, eventTypes })).toMatchObject({ status: 400 })
    const made = await ask('POST', '/webhooks', { url: good.url, eventTypes })
    expect(made.body).toMatchObject({ state: 'ACTIVE', url: good.url, eventTypes })
    expect(Buffer.from(String(made.body['hmac']), 'base64').length).toBeGreaterThanOrEqual(32)
    expect(bodies).toEqual(['{"test":"test"}'])
    expect((await ask('DELETE', `/webhooks/${String(made.body['uuid'])}`)).body).toEqual({ deleted: true })
    good.close()
    bad.close()
  })

  test('are given up after three failed deliveries, until they are updated', async () => {
    let up = true
    const receiver = await listen(() => (up ? 200 : 500))
    const { body } = await ask('POST', '/webhooks', { url: receiver.url, eventTypes: ['meeting.started'] })
    up = false
    for (let time = 0; time < 4; time += 1) daily.webhooks.send('meeting.started', { room: 'hello' })
    await daily.webhooks.settled()
    const path = `/webhooks/${String(body['uuid'])}`
    expect((await ask('GET', path)).body).toMatchObject({ state: 'FAILED', failedCount: 3 })
    expect(await ask('POST', path, { url: receiver.url }), 'the address still fails').toMatchObject({ status: 400 })
    expect((await ask('GET', path)).body).toMatchObject({ state: 'FAILED' })
    up = true
    expect((await ask('POST', path, { url: receiver.url })).body).toMatchObject({ state: 'ACTIVE', failedCount: 0 })
    receiver.close()
  })
})
