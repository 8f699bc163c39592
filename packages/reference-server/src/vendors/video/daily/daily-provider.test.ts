import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startVideo, type SimulatedDaily } from '../../../../../sandbox/src/video/start-video.ts'
import { videoProviderConformance } from '../conformance.ts'
import { newRoomName } from '../room-name.ts'
import type { VideoProvider, WebhookRequest } from '../provider.ts'
import { createDailyProvider, type DailyProviderOptions } from './daily-provider.ts'

/** Over the network, against the sandbox's Daily: nothing of it is called but its start and what it has heard. */

const webhookSecret = randomBytes(32).toString('base64')
const media = { audio: false, video: false, screenVideo: false, screenAudio: false }
const claimsOf = (token: string | null): Record<string, unknown> =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>

/** Comes and goes again, as a browser would. */
const enter = async (daily: SimulatedDaily, room: string, token: string): Promise<string> => {
  const socket = new WebSocket(`${daily.url.replace('http', 'ws')}/call`)
  const answer = await new Promise<{ type: string; reason?: string }>((resolve, reject) => {
    socket.onopen = () => socket.send(JSON.stringify({ type: 'join', room, token, media }))
    socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)) as { type: string; reason?: string })
    socket.onerror = () => reject(new Error('no connection'))
  })
  socket.close()
  return answer.type === 'joined' ? 'in' : (answer.reason ?? 'refused')
}

const signed = (body: object, sentAt: Date, secret = webhookSecret): WebhookRequest => {
  const rawBody = Buffer.from(JSON.stringify(body))
  const timestamp = String(Math.floor(sentAt.getTime() / 1000))
  const signature = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${timestamp}.`)
    .update(rawBody)
    .digest('base64')
  return { rawBody, headers: { 'x-webhook-timestamp': timestamp, 'x-webhook-signature': signature }, now: sentAt }
}

const joined = (room: string, seatId: string, at: Date) => ({
  version: '1.0.0',
  type: 'participant.joined',
  id: `ptcpt-join-${randomUUID()}`,
  payload: {
    joined_at: at.getTime() / 1000,
    session_id: randomUUID(),
    room,
    user_id: seatId,
    user_name: 'Patient',
    owner: false,
  },
  event_ts: at.getTime() / 1000,
})

videoProviderConformance('daily', async () => {
  const daily = await startVideo({ port: 0 })
  // A thousand a second: the suite asks what is right, and the tests below how fast.
  const rate = { perSecond: 1000, burst: 100 }
  const provider = createDailyProvider({ apiKey: daily.apiKey, apiBase: daily.apiBase, webhookSecret, rate })
  return {
    provider,
    enter: (room, token) => enter(daily, room, token),
    requests: () => daily.received.length,
    report: (room, seatId, at) => signed(joined(room, seatId, at), at),
    stop: daily.stop,
  }
})

let daily: SimulatedDaily
const start = (more: Partial<DailyProviderOptions> = {}): VideoProvider =>
  createDailyProvider({ apiKey: daily.apiKey, apiBase: daily.apiBase, webhookSecret, ...more })
beforeEach(async () => {
  daily = await startVideo({ port: 0 })
})
afterEach(() => daily.stop())

// Read once, so that two askings mean the same moment.
const began = Math.floor(Date.now() / 1000) * 1000
const inMinutes = (count: number): Date => new Date(began + count * 60_000)
const request = () => ({ name: newRoomName(), opensAt: null, closesAt: inMinutes(60), maxParticipants: 3 })

describe('rooms', () => {
  test('are private, end with everyone put out, and tell Daily nothing about the visit', async () => {
    const { name } = await start().ensureRoom({ ...request(), opensAt: inMinutes(-1) })
    expect(daily.received.map(({ body }) => body)).toEqual([
      {
        name,
        privacy: 'private',
        properties: {
          nbf: inMinutes(-1).getTime() / 1000,
          exp: inMinutes(60).getTime() / 1000,
          eject_at_room_exp: true,
          max_participants: 3,
          enable_chat: false,
          enable_knocking: false,
          enable_people_ui: false,
          enable_prejoin_ui: false,
          enforce_unique_user_ids: true,
        },
      },
    ])
  })

  test('are made although Daily fails now and then, and only once', async () => {
    daily.failNext(1, 500)
    daily.failNext(1, 503)
    const { name } = await start().ensureRoom(request())
    expect([...daily.rooms.keys()]).toEqual([name])
    expect(daily.received.map(({ status }) => status)).toEqual([500, 503, 200])
  })

  test('wait as long as Daily asks after too many requests', async () => {
    daily.failNext(1, 429, { headers: { 'retry-after': '1' } })
    const began = performance.now()
    await start().ensureRoom(request())
    expect(performance.now() - began).toBeGreaterThan(1000)
  })

  test('fail with vendor_unavailable when Daily stays away, without a name, key or address in the error', async () => {
    const provider = start({ timeoutMs: 200, deadlineMs: 2500 })
    daily.failNext(10, 500, { delayMs: 400 })
    const failure = await provider.ensureRoom(request()).then(
      () => null,
      (error: unknown) => error as { code: string; status: number; reason: string },
    )
    expect(failure).toMatchObject({ code: 'vendor_unavailable', status: 503 })
    expect(failure?.reason).toBe('daily POST /rooms: TimeoutError')
  })

  test('fail at once, without further tries, for a key that Daily does not know', async () => {
    await expect(start({ apiKey: 'another' }).ensureRoom(request())).rejects.toMatchObject({
      code: 'vendor_unavailable',
      reason: 'daily POST /rooms: 401 authentication-error',
    })
    expect(daily.received).toHaveLength(1)
  })

  test('the key is not carried to another address by a redirect', async () => {
    const elsewhere: (string | undefined)[] = []
    const thief = createServer((incoming, response) => {
      elsewhere.push(incoming.headers.authorization)
      response.end('{}')
    })
    const lure = createServer((_, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${(thief.address() as AddressInfo).port}/` }).end()
    })
    for (const server of [thief, lure]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const apiBase = `http://127.0.0.1:${(lure.address() as AddressInfo).port}/v1`
    await expect(start({ apiBase, deadlineMs: 500 }).ensureRoom(request())).rejects.toMatchObject({
      code: 'vendor_unavailable',
    })
    expect(elsewhere).toEqual([])
    thief.close()
    lure.close()
  })

  test('a hundred and twenty at once all come about, and Daily refuses next to none of the requests', async () => {
    const provider = start({ deadlineMs: 30_000 })
    await Promise.all(Array.from({ length: 120 }, () => provider.ensureRoom(request())))
    expect(daily.rooms.size).toBe(120)
    // A busy machine bunches requests that were sent apart; those few are repeated. Without the governor it is a hundred.
    expect(daily.received.filter(({ status }) => status === 429).length).toBeLessThan(12)
  }, 30_000)

  test('that wait to be deleted let nobody in meanwhile', async () => {
    const provider = start({ slowRate: { perSecond: 0.5, burst: 1 } })
    const rooms = [
      await provider.ensureRoom(request()),
      await provider.ensureRoom(request()),
      await provider.ensureRoom(request()),
    ]
    const last = rooms[2]
    if (!last) throw new Error('no room')
    const seat = await provider.issueSeat(
      { room: last, seatId: 'seat-1', role: 'patient', mayShareScreen: false, expiresAt: inMinutes(5) },
      new Date(),
    )
    const closing = Promise.all(rooms.map(({ name }) => provider.closeRoom(name)))
    await expect.poll(() => enter(daily, last.name, seat.token ?? ''), { timeout: 1800 }).toBe('exp-room')
    await closing
    expect(daily.rooms.size).toBe(0)
  })
})

describe('seats', () => {
  const seatOf = async (provider: VideoProvider, role: 'practitioner' | 'patient', more = {}) => {
    const room = await provider.ensureRoom(request())
    return provider.issueSeat(
      { room, seatId: 'seat-1', role, mayShareScreen: role === 'practitioner', expiresAt: inMinutes(5), ...more },
      new Date(),
    )
  }

  test('always name their room and their end; only a practitioner owns the room; no name is in them', async () => {
    const provider = start()
    const practitioner = await seatOf(provider, 'practitioner')
    const patient = await seatOf(provider, 'patient')
    expect(claimsOf(practitioner.token)).toEqual({
      r: practitioner.room,
      d: daily.domainId,
      iat: expect.any(Number) as number,
      exp: inMinutes(5).getTime() / 1000,
      ud: 'seat-1',
      u: 'Practitioner',
      o: true,
      ss: true,
      ejt: false,
    })
    expect(claimsOf(patient.token)).toMatchObject({ r: patient.room, u: 'Patient', o: false, ss: false })
  })

  test('are accepted by Daily’s own check of tokens', async () => {
    const { token } = await seatOf(start(), 'patient')
    const answer = await fetch(`${daily.apiBase}/meeting-tokens/${token}`, {
      headers: { authorization: `Bearer ${daily.apiKey}` },
    })
    expect(await answer.json()).toMatchObject({ user_id: 'seat-1', is_owner: false })
  })

  test('signed with another key, or changed, are refused', async () => {
    const { token, room } = await seatOf(start(), 'patient')
    const [header, , signature] = token?.split('.') ?? []
    const raised = Buffer.from(JSON.stringify({ ...claimsOf(token), o: true })).toString('base64url')
    expect(await enter(daily, room, `${header}.${raised}.${signature}`)).toBe('not-allowed')
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    expect(await enter(daily, room, `${none}.${raised}.`)).toBe('not-allowed')
  })

  test('can be made while Daily is away, once the domain is known', async () => {
    const provider = start({ domainId: daily.domainId })
    const room = await provider.ensureRoom(request())
    daily.failNext(100, 500)
    const seat = await provider.issueSeat(
      { room, seatId: 'seat-1', role: 'patient', mayShareScreen: false, expiresAt: inMinutes(5) },
      new Date(),
    )
    expect(await enter(daily, room.name, seat.token ?? '')).toBe('in')
  })
})

describe('reports', () => {
  test('of the sandbox’s own webhooks are read as who came, who went and for how long', async () => {
    const provider = start()
    const events: unknown[] = []
    const failures: unknown[] = []
    const receiver = createServer(async (incoming, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of incoming) chunks.push(chunk as Buffer)
      const headers = incoming.headers as Record<string, string | undefined>
      await provider.parseWebhook({ rawBody: Buffer.concat(chunks), headers, now: new Date() }).then(
        (list) => events.push(...list),
        (error: unknown) => failures.push(error),
      )
      response.end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const made = await fetch(`${daily.apiBase}/webhooks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${daily.apiKey}` },
      body: JSON.stringify({
        url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
        hmac: webhookSecret,
        eventTypes: ['meeting.started', 'meeting.ended', 'participant.joined', 'participant.left'],
      }),
    })
    expect(made.status, 'the test of the address was answered').toBe(200)
    const room = await provider.ensureRoom(request())
    const seat = await provider.issueSeat(
      { room, seatId: 'seat-1', role: 'patient', mayShareScreen: false, expiresAt: inMinutes(5) },
      new Date(),
    )
    await enter(daily, room.name, seat.token ?? '')
    await expect.poll(() => events.length, { timeout: 10_000 }).toBe(4)
    expect(failures).toEqual([])
    expect(events).toMatchObject([
      { type: 'room-started', room: room.name, seatId: null },
      { type: 'participant-joined', room: room.name, seatId: 'seat-1' },
      { type: 'participant-left', room: room.name, seatId: 'seat-1', seconds: 0 },
      { type: 'room-ended', room: room.name, seatId: null },
    ])
    receiver.close()
  })

  test('are refused while no secret is set, even when signed with an empty one', async () => {
    const report = signed(joined('a-room', 'seat-1', new Date()), new Date(), '')
    await expect(start({ webhookSecret: '' }).parseWebhook(report)).rejects.toMatchObject({
      code: 'vendor_unavailable',
    })
  })

  test('of kinds that nobody asked for change nothing', async () => {
    const report = signed({ ...joined('a-room', 'seat-1', new Date()), type: 'recording.started' }, new Date())
    expect(await start().parseWebhook(report)).toEqual([])
  })
})
