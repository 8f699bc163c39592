import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '../../../../../sdk/src/webhooks.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import type { Overrides } from '../../../compose-server.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withMessagingVerbs, type MessagingHospital } from './messaging-kit.testing.ts'

interface Arrival {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** An integrator's receiver on a real socket. */
const startReceiver = async () => {
  const arrivals: Arrival[] = []
  const statuses = new Map<string, number>()
  const pauses = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    void request.toArray().then(async (chunks) => {
      await wait(pauses.get(path))
      arrivals.push({ path, headers: request.headers, body: Buffer.concat(chunks as Buffer[]).toString() })
      const status = statuses.get(path) ?? 204
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    to: (path: string) => arrivals.filter((arrival) => arrival.path === path),
    answer: (path: string, status: number) => void statuses.set(path, status),
    /** Milliseconds until it responds. */
    linger: (path: string, pause: number) => void pauses.set(path, pause),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describe.each(domainEngines)('webhooks on %s', (engine) => {
  let kit: MessagingHospital
  let receiver: Awaited<ReturnType<typeof startReceiver>>
  let administrator: SignedInClient
  beforeAll(async () => {
    receiver = await startReceiver()
    kit = withMessagingVerbs(await createTestHospital({ engine }))
  })
  afterAll(async () => {
    await kit.stop()
    await receiver.stop()
  })
  beforeEach(async () => {
    administrator = await kit.as('administrator')
    // Frees the ten endpoints for each test.
    for (const { id, version, status } of (await administrator.get('/v1/webhook-endpoints')).body.items)
      if (status === 'active') await administrator.patch(`/v1/webhook-endpoints/${id}`, { status: 'disabled', version })
  })

  const started = (patientId = newId()) => sampleEvent('visits.started', { patientId, version: 2 })
  const add = async (path: string, events = ['visits.started']) => {
    const response = await administrator.post('/v1/webhook-endpoints', { url: `${receiver.url}${path}`, events })
    expect(response.status).toBe(201)
    return response.body
  }
  const deliveries = async (endpointId: string) =>
    (await administrator.get(`/v1/webhook-endpoints/${endpointId}/deliveries`)).body.items
  const endpoint = async (id: string) =>
    (await (await kit.as('administrator')).get('/v1/webhook-endpoints')).body.items.find(
      (each: { id: string }) => each.id === id,
    )

  test('an event reaches its subscribers with ids only and a signature that the SDK verifies, and is in the audit log', async () => {
    const { id, secret } = await add('/one')
    await add('/other', ['visits.ended'])
    const event = started()
    await kit.emitAndSettle(event)
    await kit.send()
    expect(receiver.to('/other')).toEqual([])
    const [arrival, ...more] = receiver.to('/one')
    expect(more).toEqual([])
    const now = kit.clock.now().getTime()
    const genuine = await verify(arrival?.body ?? '', arrival?.headers as Record<string, string>, secret, { now })
    const [delivery] = await deliveries(id)
    expect(genuine.id).toBe(delivery.id)
    expect(genuine.payload).toEqual({
      type: 'visits.started',
      timestamp: kit.clock.now().toISOString(),
      eventId: expect.any(String),
      version: 1,
      data: event.data,
    })
    await expect(
      verify(`${arrival?.body} `, arrival?.headers as Record<string, string>, secret, { now }),
    ).rejects.toThrow()
    expect(delivery).toMatchObject({ event: 'visits.started', status: 'delivered', attempts: 1, lastResponse: '204' })
    expect(await kit.accessRows({ patientId: event.data.patientId })).toMatchObject([
      { action: 'export', entity: 'WebhookDelivery', outcome: 'done', because: 'integration' },
    ])
    expect(await endpoint(id)).toMatchObject({ lastDeliveredAt: kit.clock.now().toISOString() })
    expect(await endpoint(id), 'the secret is shown once').not.toHaveProperty('secret')
  })

  test('a failing receiver gets the same id again until it accepts; a redirect is not a success', async () => {
    const { id } = await add('/flaky')
    receiver.answer('/flaky', 500)
    await kit.emitAndSettle(started())
    await kit.send()
    expect((await deliveries(id))[0]).toMatchObject({ status: 'queued', attempts: 1, lastResponse: 'http-500' })
    receiver.answer('/flaky', 302)
    kit.clock.advance({ seconds: 2 })
    await kit.send()
    expect((await deliveries(id))[0]).toMatchObject({ lastResponse: 'http-302' })
    receiver.answer('/flaky', 200)
    kit.clock.advance({ seconds: 4 })
    await kit.send()
    expect((await deliveries(id))[0]).toMatchObject({ status: 'delivered', attempts: 3, lastResponse: '200' })
    expect(new Set(receiver.to('/flaky').map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(receiver.to('/elsewhere')).toEqual([])
  })

  test('a slow receiver is not retried before its time, however long a run lasts', async () => {
    const { id } = await add('/lingering')
    receiver.answer('/lingering', 500)
    receiver.linger('/lingering', 2_100)
    await kit.emitAndSettle(started())
    await kit.send()
    expect((await deliveries(id))[0]).toMatchObject({ status: 'queued', attempts: 1, lastResponse: 'http-500' })
    receiver.answer('/lingering', 200)
    kit.clock.advance({ seconds: 2 })
    await kit.send()
    expect(await endpoint(id)).toMatchObject({ lastDeliveredAt: kit.clock.now().toISOString() })
  })

  test('a delivery is replayed under its own id, and a test event can be requested', async () => {
    const { id } = await add('/replay', ['*'])
    const { body: sample } = await administrator.post(`/v1/webhook-endpoints/${id}/test`)
    expect(sample).toMatchObject({ event: 'webhook.test', status: 'queued' })
    await kit.send()
    const replayed = await administrator.post(`/v1/webhook-endpoints/${id}/deliveries/${sample.id}/replay`)
    expect(replayed.body).toMatchObject({ id: sample.id, status: 'queued' })
    // Requested twice while it is queued: sent once.
    await administrator.post(`/v1/webhook-endpoints/${id}/deliveries/${sample.id}/replay`)
    await kit.send()
    const ids = receiver.to('/replay').map(({ headers }) => headers['webhook-id'])
    expect(ids).toEqual([sample.id, sample.id])
    expect((await deliveries(id))[0]).toMatchObject({ id: sample.id, status: 'delivered', attempts: 2 })
    expect((await administrator.post(`/v1/webhook-endpoints/${id}/deliveries/${newId()}/replay`)).status).toBe(404)
  })

  test('an endpoint that accepted nothing for days is visibly turned off, and gets nothing until it is turned on again', async () => {
    const { id } = await add('/dead')
    receiver.answer('/dead', 503)
    await kit.emitAndSettle(started())
    await kit.send()
    const tried = receiver.to('/dead').length
    for (const hours of [24, 24, 24]) {
      kit.clock.advance({ hours })
      await kit.send()
    }
    expect(await endpoint(id)).toMatchObject({ status: 'disabled', statusReason: 'failing', version: 2 })
    expect(receiver.to('/dead').length).toBeGreaterThan(tried)
    administrator = await kit.as('administrator')
    expect((await deliveries(id))[0]).toMatchObject({ status: 'failed', lastResponse: 'http-503' })
    await kit.emitAndSettle(started())
    await kit.send()
    expect(await deliveries(id)).toHaveLength(1)
    receiver.answer('/dead', 200)
    const on = await administrator.patch(`/v1/webhook-endpoints/${id}`, { status: 'active', version: 2 })
    expect(on.body).not.toHaveProperty('statusReason')
    await kit.emitAndSettle(started())
    await kit.send()
    expect((await deliveries(id))[0]).toMatchObject({ status: 'delivered' })
  })

  test('an endpoint that responds 410 is turned off at once', async () => {
    const { id } = await add('/gone')
    receiver.answer('/gone', 410)
    await kit.emitAndSettle(started())
    await kit.send()
    expect(await endpoint(id)).toMatchObject({ status: 'disabled', statusReason: 'failing' })
    expect((await deliveries(id))[0]).toMatchObject({ status: 'failed', lastResponse: '410' })
  })

  test('a dead endpoint does not delay the others, and is called less and less often', async () => {
    await add('/slow')
    const { id } = await add('/quick')
    receiver.answer('/slow', 500)
    for (let count = 0; count < 40; count += 1) await kit.emitAndSettle(started())
    await kit.send()
    expect((await deliveries(id)).every(({ status }: { status: string }) => status === 'delivered')).toBe(true)
    expect(receiver.to('/quick')).toHaveLength(40)
    // Deliveries in progress may fail together; after that the endpoint is paused.
    expect(receiver.to('/slow').length).toBeLessThanOrEqual(18)
  })

  test('an invalid endpoint is refused with the reason', async () => {
    const refused = (url: string, events = ['*']) => administrator.post('/v1/webhook-endpoints', { url, events })
    expect(await refused('nonsense')).toMatchObject({
      status: 422,
      body: { code: 'address_not_allowed', errors: [{ pointer: '/url', code: 'malformed' }] },
    })
    expect(await refused('https://user:secret@hooks.example/')).toMatchObject({
      body: { errors: [{ code: 'credentials' }] },
    })
    expect(await refused(`${receiver.url}/x`, ['visits.presence-changed'])).toMatchObject({
      body: { code: 'invalid_request', errors: [{ pointer: '/events/0' }] },
    })
    const nurse = await kit.addMember('nurse')
    expect((await nurse.get('/v1/webhook-endpoints')).status).toBe(403)
  })

  test('an organization has at most ten enabled endpoints, also when they are added at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 11 }, () =>
        administrator.post('/v1/webhook-endpoints', { url: `${receiver.url}/many`, events: ['*'] }),
      ),
    )
    const added = answers.filter(({ status }) => status === 201).map(({ body }) => body)
    expect(added).toHaveLength(10)
    expect(answers.find(({ status }) => status !== 201)?.body.code).toBe('too_many_endpoints')
    const change = (id: string, status: string, version: number) =>
      administrator.patch(`/v1/webhook-endpoints/${id}`, { status, version })
    expect((await change(added[0].id, 'disabled', 1)).body).toMatchObject({ statusReason: 'member' })
    expect((await administrator.post('/v1/webhook-endpoints', { url: receiver.url, events: ['*'] })).status).toBe(201)
    expect(await change(added[0].id, 'active', 2)).toMatchObject({ status: 409, body: { code: 'too_many_endpoints' } })
  })
})

describe('a deployment on the internet', () => {
  let kit: MessagingHospital
  const addresses = new Map<string, string[]>()
  beforeAll(async () => {
    const resolve: Overrides['resolve'] = (hostname, done) => {
      const found = addresses.get(hostname) ?? []
      if (found.length === 0) done(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), [])
      else
        done(
          null,
          found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )
    }
    kit = withMessagingVerbs(
      await createTestHospital({
        engine: 'postgres',
        mode: 'production',
        overrides: { resolve },
        environment: { VISITKIT_WEBHOOK_HOSTS: '*.example' },
      }),
    )
  })
  afterAll(() => kit.stop())

  test.each([
    ['http://hooks.example/', 'https_only'],
    ['https://127.0.0.1/', 'not_public'],
    ['https://2130706433/', 'not_public'],
    ['https://0x7f.1/', 'not_public'],
    ['https://[::1]/', 'not_public'],
    ['https://[::ffff:10.0.0.1]/', 'not_public'],
    ['https://169.254.169.254/latest/meta-data', 'not_public'],
    ['https://inside.example/', 'not_public'],
    ['https://mixed.example/', 'not_public'],
    ['https://nowhere.example/', 'not_found'],
    ['ftp://hooks.example/', 'https_only'],
    ['https://hooks.other.test/', 'not_permitted'],
    ['https://hooks.example:8443/', 'not_permitted'],
    ['https://example/', 'not_permitted'],
    ['https://badexample/', 'not_permitted'],
  ])('does not deliver to %s', async (url, code) => {
    addresses.set('inside.example', ['192.168.1.10'])
    addresses.set('mixed.example', ['93.184.216.34', '10.0.0.1'])
    const administrator = await kit.as('administrator')
    const response = await administrator.post('/v1/webhook-endpoints', { url, events: ['*'] })
    expect(response).toMatchObject({ status: 422, body: { code: 'address_not_allowed', errors: [{ code }] } })
  })

  test('refuses a name that resolves to a private address after it was checked', async () => {
    addresses.set('turning.example', ['93.184.216.34'])
    const administrator = await kit.as('administrator')
    const { body } = await administrator.post('/v1/webhook-endpoints', {
      url: 'https://turning.example/',
      events: ['*'],
    })
    addresses.set('turning.example', ['127.0.0.1'])
    await administrator.post(`/v1/webhook-endpoints/${body.id}/test`)
    await kit.send()
    const { items } = (await administrator.get(`/v1/webhook-endpoints/${body.id}/deliveries`)).body
    expect(items).toMatchObject([{ status: 'queued', lastResponse: 'address-not-public' }])
  })
})
