import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startVideo, type SimulatedDaily } from '../../../../sandbox/src/video/start-video.ts'
import { requireVendorAgreement, type VendorAgreement } from '../vendor-agreement.ts'
import { switchableCapabilities, type VideoCapability } from './capabilities.ts'
import { createDailyProvider } from './daily/daily-provider.ts'
import { createPeerProvider } from './peer/peer-provider.ts'
import type { RoomFeature, RoomRequest, VideoProvider, VideoRoom } from './provider.ts'
import { shippedCapabilities } from './shipped-capabilities.testing.ts'
import { gateVendor } from './vendor-gate.ts'
import { anyHost } from '../../platform/egress/any-host.testing.ts'

const now = new Date('2026-11-24T10:00:00Z')
const inForce: VendorAgreement = { vendor: 'daily', region: 'us', from: new Date('2026-01-01T00:00:00Z'), to: null }
const refusal = { code: 'vendor_not_permitted', status: 403 }

describe('a vendor is used', () => {
  test('while an agreement with it is in force in the organization’s region', () => {
    const check =
      (agreement: VendorAgreement, at = now) =>
      () =>
        requireVendorAgreement({ vendor: 'daily', region: 'us', agreements: [agreement], now: at })
    expect(check(inForce)).not.toThrow()
    expect(check({ ...inForce, from: now })).not.toThrow()
    expect(check({ ...inForce, to: new Date(now.getTime() + 1) })).not.toThrow()
  })

  test.each([
    ['it has not begun', { ...inForce, from: new Date(now.getTime() + 1) }],
    ['it has ended', { ...inForce, to: now }],
    ['it is for another region', { ...inForce, region: 'eu' }],
    ['it is with another vendor', { ...inForce, vendor: 'other' }],
  ])('but not when %s', (_, agreement) => {
    const check = (): void => requireVendorAgreement({ vendor: 'daily', region: 'us', agreements: [agreement], now })
    expect(check).toThrow(expect.objectContaining(refusal))
  })
})

const request = {
  key: 'a-key',
  closesAt: new Date('2026-11-24T11:00:00Z'),
  maxParticipants: 2,
  features: [],
} as const satisfies RoomRequest
const room: VideoRoom = { vendorRoomId: 'a-room', url: null, closesAt: request.closesAt, endsBy: 'vendor' }
const seat = {
  room,
  seatId: 'seat-1',
  role: 'patient',
  mayShareScreen: false,
  expiresAt: new Date('2026-11-24T10:05:00Z'),
} as const

describe('a gated provider', () => {
  const calls: string[] = []
  const vendor: VideoProvider = {
    ...createPeerProvider({ capabilities: shippedCapabilities('daily', 'hipaa') }),
    vendor: 'daily',
    thirdParty: true,
    reader: 'test',
    openRoom: async () => {
      calls.push('openRoom')
      return room
    },
    closeRoom: async () => void calls.push('closeRoom'),
  }

  test('issues no seat that may start captions by machine, unless the agreement covers them', async () => {
    const terms = async () => ({ region: 'us', agreements: [inForce], now })
    const wanted = { ...seat, role: 'practitioner', mayStartCaptions: true } as const
    const refused = gateVendor(vendor, { terms, forPatients: true }).issueSeat(wanted, now)
    await expect(refused).rejects.toMatchObject({ code: 'capability_not_covered' })
  })

  test('sends nothing without an agreement, but still ends what is under way', async () => {
    const terms = async () => ({ region: 'us', agreements: [], now })
    const gated = gateVendor(vendor, { terms, forPatients: true })
    await expect(gated.openRoom(request, now)).rejects.toMatchObject(refusal)
    await expect(gated.extendRoom(room, request.closesAt)).rejects.toMatchObject(refusal)
    await expect(gated.issueSeat(seat, now)).rejects.toMatchObject(refusal)
    await expect(gated.watchWebhooks(() => true)).rejects.toMatchObject(refusal)
    expect(calls).toEqual([])
    await gated.closeRoom('a-room')
    expect(calls).toEqual(['closeRoom'])
  })

  test('checks every call, so that the end of an agreement takes effect at once', async () => {
    let agreements = [inForce]
    const gated = gateVendor(vendor, { terms: async () => ({ region: 'us', agreements, now }), forPatients: true })
    await expect(gated.openRoom(request, now)).resolves.toEqual(room)
    agreements = []
    await expect(gated.openRoom(request, now)).rejects.toMatchObject(refusal)
  })

  test('needs no agreement without a third party, and is not for patients there', async () => {
    const peer = createPeerProvider({ capabilities: shippedCapabilities('peer', 'direct') })
    const terms = async () => ({ region: 'us', agreements: [], now })
    const shown = gateVendor(peer, { terms, forPatients: false })
    await expect(shown.openRoom(request, now)).resolves.toMatchObject({ vendorRoomId: 'a-key' })
    const real = gateVendor(peer, { terms, forPatients: true })
    await expect(real.openRoom(request, now)).rejects.toMatchObject({ code: 'capability_not_covered', status: 403 })
  })
})

describe('a capability that the pack of the agreement does not cover', () => {
  let daily: SimulatedDaily
  beforeAll(async () => {
    daily = await startVideo({ port: 0 })
  })
  afterAll(() => daily.stop())

  /** The real adapter of Daily, with some rows of its pack removed. */
  const gatedWithout = (...without: readonly VideoCapability[]): VideoProvider =>
    gateVendor(
      createDailyProvider({
        outgoing: anyHost,
        capabilities: shippedCapabilities('daily', daily.mode, without),
        apiKey: daily.apiKey,
        apiBase: daily.apiBase,
        domainId: daily.domainId,
        webhookSecret: randomBytes(32).toString('base64'),
      }),
      { terms: async () => ({ region: 'us', agreements: [inForce], now }), forPatients: true },
    )
  const open = (features: readonly RoomFeature[]) => (provider: VideoProvider) =>
    provider.openRoom({ ...request, features }, now)
  const ejected = { vendorRoomId: 'a-room', seatId: 'seat-1', vendorParticipantId: null }
  const attempt = { key: 'a-key', requestedAt: now, closesAt: request.closesAt }
  const report = { rawBody: new Uint8Array(), headers: {}, now }

  test.each<[VideoCapability, (provider: VideoProvider) => Promise<unknown>]>([
    ['phi', open([])],
    ['phi', (provider) => provider.issueSeat(seat, now)],
    ['chat', open(['chat'])],
    ['knocking', open(['knocking'])],
    ['recording', open(['recording'])],
    ['transcription', open(['transcription'])],
    ['captions', open(['chat', 'captions'])],
    ['regionPinning', open(['regionPinning'])],
    ['screenShare', (provider) => provider.issueSeat({ ...seat, mayShareScreen: true }, now)],
    ['extend', (provider) => provider.extendRoom(room, request.closesAt)],
    ['eject', (provider) => provider.eject(ejected)],
    ['end', (provider) => provider.closeRoom('a-room')],
    ['findRooms', (provider) => provider.findRooms([attempt])],
    ['webhooks', (provider) => provider.parseWebhook(report)],
    ['webhooks', (provider) => provider.watchWebhooks(() => true)],
  ])('is refused before anything is sent: %s', async (capability, use) => {
    const before = daily.received.length
    await expect(use(gatedWithout(capability))).rejects.toMatchObject({
      code: 'capability_not_covered',
      status: 403,
      reason: `daily ${daily.mode}: ${capability}`,
    })
    expect(daily.received.length).toBe(before)
  })

  test('is also refused if the pack covers it and the adapter does not implement it', async () => {
    const before = daily.received.length
    const all = (at: Date) => {
      const capabilities = shippedCapabilities('daily', daily.mode)(at)
      return { ...capabilities, covered: new Set(switchableCapabilities) }
    }
    const provider = createDailyProvider({
      outgoing: anyHost,
      capabilities: all,
      apiKey: daily.apiKey,
      apiBase: daily.apiBase,
    })
    for (const feature of ['transcription', 'captions', 'regionPinning'] as const)
      await expect(open([feature])(provider), feature).rejects.toMatchObject({ code: 'capability_not_covered' })
    expect(daily.received.length).toBe(before)
  })

  test('includes more participants than its limit', async () => {
    const before = daily.received.length
    await expect(gatedWithout().openRoom({ ...request, maxParticipants: 21 }, now)).rejects.toMatchObject({
      code: 'capability_not_covered',
    })
    expect(daily.received.length).toBe(before)
  })

  test('reaches the vendor if it is covered', async () => {
    const before = daily.received.length
    await gatedWithout().openRoom({ ...request, features: ['chat'] }, now)
    expect(daily.received.slice(before)).toMatchObject([
      { method: 'GET', path: '/v1/', status: 200 },
      { method: 'POST', path: '/v1/rooms', status: 200, body: { properties: { enable_chat: true } } },
    ])
  })
})
