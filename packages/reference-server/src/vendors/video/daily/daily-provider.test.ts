import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startVideo, type SimulatedDaily } from '../../../../../sandbox/src/video/start-video.ts'
import { videoProviderConformance } from '../conformance.ts'
import { newRoomKey } from '../room-key.ts'
import type { VideoProvider } from '../provider.ts'
import { shippedCapabilities } from '../shipped-capabilities.testing.ts'
import type { DailyProviderOptions } from './daily-provider.ts'
import { enter, joined, providerFor, signed } from './daily-provider.testing.ts'

const claimsOf = (token: string | null): Record<string, unknown> =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>

for (const mode of ['hipaa', 'plain'] as const)
  videoProviderConformance(`daily in ${mode} mode`, async () => {
    const daily = await startVideo({ port: 0, mode })
    // A thousand per second: the suite tests correctness, the tests below the rate.
    const provider = providerFor(daily, { rate: { perSecond: 1000, burst: 100 } })
    return {
      provider,
      enter: (room, token) => enter(daily, room, token),
      requests: () => daily.received.length,
      report: (room, seatId, at) => signed(joined(room, seatId, at), at),
      stop: daily.stop,
    }
  })

let daily: SimulatedDaily
const start = (more: Partial<DailyProviderOptions> = {}): VideoProvider => providerFor(daily, more)
const startDaily = async (mode: SimulatedDaily['mode'] = 'hipaa'): Promise<void> => {
  await daily?.stop()
  daily = await startVideo({ port: 0, mode })
}
beforeEach(() => startDaily())
afterEach(() => daily.stop())

// Read once, so that two requests have the same time.
const began = Math.floor(Date.now() / 1000) * 1000
const inMinutes = (count: number): Date => new Date(began + count * 60_000)
const request = () => ({ key: newRoomKey(), closesAt: inMinutes(60), maxParticipants: 3, features: [] })
const open = (provider: VideoProvider, more: Partial<ReturnType<typeof request>> = {}) =>
  provider.openRoom({ ...request(), ...more }, new Date())

describe('rooms', () => {
  const settings = {
    privacy: 'private',
    properties: {
      nbf: expect.any(Number) as number,
      exp: inMinutes(60).getTime() / 1000,
      eject_at_room_exp: true,
      max_participants: 3,
      enable_chat: false,
      enable_knocking: false,
      enable_people_ui: false,
      enable_prejoin_ui: false,
      enforce_unique_user_ids: true,
    },
  }

  test('are private, end with everyone ejected, and reveal nothing about the visit to Daily', async () => {
    const room = await open(start())
    expect(daily.received.map(({ body }) => body)).toEqual([{}, settings])
    // The mark of the attempt has no effect: it is more than a week in the past.
    const { nbf = 0 } = daily.rooms.get(room.vendorRoomId)?.config ?? {}
    expect(nbf).toBeLessThan(inMinutes(-7 * 24 * 60).getTime() / 1000)
  })

  test('are named by the server’s key in plain mode, and the same key finds the room after a lost response', async () => {
    await startDaily('plain')
    daily.failNext(1, 'answer-lost')
    const key = newRoomKey()
    expect(await open(start(), { key })).toMatchObject({ vendorRoomId: key })
    expect([...daily.rooms.keys()]).toEqual([key])
    expect(daily.received[1]?.body).toEqual({ name: key, ...settings })
  })

  test('whose response was lost in HIPAA mode are created again, and the attempt finds both', async () => {
    daily.failNext(1, 'answer-lost')
    const attempt = { ...request(), requestedAt: new Date() }
    const { vendorRoomId } = await start().openRoom(attempt, new Date())
    const found = await start().findRooms([attempt])
    expect(daily.rooms.size).toBe(2)
    expect(found.map((room) => room.vendorRoomId).toSorted()).toEqual([...daily.rooms.keys()].toSorted())
    expect(found.map((room) => room.vendorRoomId)).toContain(vendorRoomId)
  })

  test('are found among hundreds, page by page, and no further back than the attempt', async () => {
    const provider = start({ rate: { perSecond: 1000, burst: 1000 } })
    const attempt = { ...request(), requestedAt: new Date() }
    const { vendorRoomId } = await provider.openRoom(attempt, new Date())
    for (let at = 0; at < 250; at += 1) {
      const id = `another-${at}`
      const room = { id, name: id, privacy: 'private', createdAt: new Date(), config: {} } as const
      ;(daily.rooms as Map<string, object>).set(id, room)
    }
    expect(await provider.findRooms([attempt])).toEqual([{ key: attempt.key, vendorRoomId }])
    const pages = () => daily.received.filter(({ method, path }) => method === 'GET' && path !== '/v1/').length
    expect(pages()).toBe(3)
    await provider.findRooms([{ ...attempt, requestedAt: inMinutes(120) }])
    expect(pages()).toBe(4)
  })

  test('are refused with a hint if the account is in HIPAA mode and the configuration is plain', async () => {
    const provider = start({ capabilities: shippedCapabilities('daily', 'plain') })
    await expect(open(provider)).rejects.toMatchObject({
      code: 'vendor_unavailable',
      reason: 'daily POST /rooms/:name, after the name was refused: 404 not-found',
    })
    expect(daily.rooms.size).toBe(0)
  })

  test('are created once, although Daily fails occasionally', async () => {
    daily.failNext(1, 500)
    daily.failNext(1, 503)
    const { vendorRoomId } = await open(start())
    expect([...daily.rooms.keys()]).toEqual([vendorRoomId])
    expect(daily.received.map(({ status }) => status)).toEqual([200, 500, 503, 200])
  })

  test('wait for Daily’s Retry-After after too many requests', async () => {
    daily.failNext(1, 429, { headers: { 'retry-after': '1' } })
    const began = performance.now()
    await open(start())
    expect(performance.now() - began).toBeGreaterThan(1000)
  })

  test('fail with vendor_unavailable if Daily stays unavailable, without a name, key or address in the error', async () => {
    const provider = start({ timeoutMs: 200, deadlineMs: 2500 })
    daily.failNext(10, 500, { delayMs: 400 })
    const failure = await open(provider).then(
      () => null,
      (error: unknown) => error as { code: string; status: number; reason: string },
    )
    expect(failure).toMatchObject({ code: 'vendor_unavailable', status: 503 })
    expect(failure?.reason).toBe('daily POST /rooms: TimeoutError')
  })

  test('are refused while the account records calls by default, and opened again once it does not', async () => {
    for (const setting of [{ enable_recording: 'cloud' }, { auto_start_transcription: true }]) {
      const provider = start()
      daily.setAccount(setting)
      await expect(open(provider)).rejects.toMatchObject({
        code: 'capability_not_covered',
        reason: 'daily: the account records by default',
      })
      expect(daily.rooms.size).toBe(0)
      daily.setAccount({ enable_recording: undefined, auto_start_transcription: false })
      const { vendorRoomId } = await open(provider)
      ;(daily.rooms as Map<string, object>).delete(vendorRoomId)
    }
  })

  test('are refused while the account cannot be read: it may record', async () => {
    daily.failNext(1, 401, { ofAccount: true })
    await expect(open(start())).rejects.toMatchObject({ code: 'vendor_unavailable' })
    expect(daily.rooms.size).toBe(0)
  })

  test('fail at once, without retries, for an unknown API key', async () => {
    await expect(open(start({ apiKey: 'another' }))).rejects.toMatchObject({
      code: 'vendor_unavailable',
      reason: 'daily GET /: 401 authentication-error',
    })
    expect(daily.received).toHaveLength(1)
  })

  test('the API key is not sent to another address by a redirect', async () => {
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
    await expect(open(start({ apiBase, deadlineMs: 500 }))).rejects.toMatchObject({
      code: 'vendor_unavailable',
    })
    expect(elsewhere).toEqual([])
    thief.close()
    lure.close()
  })

  test('a hundred and twenty at once are all created, and Daily refuses hardly any request', async () => {
    const provider = start({ deadlineMs: 30_000 })
    await Promise.all(Array.from({ length: 120 }, () => open(provider)))
    expect(daily.rooms.size).toBe(120)
    // A busy machine bunches requests that were sent apart; those few are repeated. Without the throttle it is a hundred.
    expect(daily.received.filter(({ status }) => status === 429).length).toBeLessThan(12)
  }, 30_000)

  test('that wait for deletion cannot be joined in the meantime', async () => {
    const provider = start({ slowRate: { perSecond: 0.5, burst: 1 } })
    const rooms = [await open(provider), await open(provider), await open(provider)]
    const last = rooms[2]
    if (!last) throw new Error('no room')
    const seat = await provider.issueSeat(
      { room: last, seatId: 'seat-1', role: 'patient', mayShareScreen: false, expiresAt: inMinutes(5) },
      new Date(),
    )
    const closing = Promise.all(rooms.map(({ vendorRoomId }) => provider.closeRoom(vendorRoomId)))
    await expect.poll(() => enter(daily, last.vendorRoomId, seat.token ?? ''), { timeout: 1800 }).toBe('exp-room')
    await closing
    expect(daily.rooms.size).toBe(0)
  })
})

describe('seats', () => {
  const seatOf = async (provider: VideoProvider, role: 'practitioner' | 'patient', more = {}) => {
    const room = await open(provider)
    return provider.issueSeat(
      { room, seatId: 'seat-1', role, mayShareScreen: role === 'practitioner', expiresAt: inMinutes(5), ...more },
      new Date(),
    )
  }

  test('are refused in a room that was opened before the account records calls by default', async () => {
    const room = await open(start())
    daily.setAccount({ auto_start_transcription: true })
    const terms = { room, seatId: 'seat-1', role: 'patient', mayShareScreen: false, expiresAt: inMinutes(5) } as const
    // Another process, or a minute later.
    const later = start({ domainId: daily.domainId })
    await expect(later.issueSeat(terms, new Date())).rejects.toMatchObject({
      code: 'capability_not_covered',
      reason: 'daily: the account records by default',
    })
    // An account that cannot be read keeps no one out of a visit that has begun.
    daily.failNext(1, 401, { ofAccount: true })
    await expect(later.issueSeat(terms, new Date())).resolves.toMatchObject({ seatId: 'seat-1' })
  })

  test('always contain their room and their end; only a practitioner owns the room; no name is in them', async () => {
    const provider = start()
    const practitioner = await seatOf(provider, 'practitioner')
    const patient = await seatOf(provider, 'patient')
    expect(claimsOf(practitioner.token)).toEqual({
      r: practitioner.vendorRoomId,
      d: daily.domainId,
      iat: expect.any(Number) as number,
      exp: inMinutes(5).getTime() / 1000,
      ud: 'seat-1',
      u: 'Practitioner',
      o: true,
      ss: true,
      ejt: false,
    })
    expect(claimsOf(patient.token)).toMatchObject({ r: patient.vendorRoomId, u: 'Patient', o: false, ss: false })
  })

  test('are accepted by Daily’s own token check', async () => {
    const { token } = await seatOf(start(), 'patient')
    const response = await fetch(`${daily.apiBase}/meeting-tokens/${token}`, {
      headers: { authorization: `Bearer ${daily.apiKey}` },
    })
    expect(await response.json()).toMatchObject({ user_id: 'seat-1', is_owner: false })
  })

  test('signed with another key, or changed, are refused', async () => {
    const { token, vendorRoomId } = await seatOf(start(), 'patient')
    const [header, , signature] = token?.split('.') ?? []
    const raised = Buffer.from(JSON.stringify({ ...claimsOf(token), o: true })).toString('base64url')
    expect(await enter(daily, vendorRoomId, `${header}.${raised}.${signature}`)).toBe('not-allowed')
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
    expect(await enter(daily, vendorRoomId, `${none}.${raised}.`)).toBe('not-allowed')
  })

  test('can be created while Daily is unavailable, once the domain is known', async () => {
    const provider = start({ domainId: daily.domainId })
    const room = await open(provider)
    daily.failNext(100, 500, { ofAccount: true })
    const seat = await provider.issueSeat(
      { room, seatId: 'seat-1', role: 'patient', mayShareScreen: false, expiresAt: inMinutes(5) },
      new Date(),
    )
    expect(await enter(daily, room.vendorRoomId, seat.token ?? '')).toBe('in')
  })
})
