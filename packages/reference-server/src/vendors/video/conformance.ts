import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newRoomKey } from './room-key.ts'
import type { VideoCapability } from './capabilities.ts'
import type { RoomRequest, SeatRequest, VideoProvider, VideoRoom, WebhookRequest } from './provider.ts'

/** The test fixture of a provider: the provider, and the vendor's side as far as the suite uses it. */
export interface ProviderUnderTest {
  readonly provider: VideoProvider
  /** The vendor's response to a person who joins with this token: `in`, or any word for a refusal. Absent without rooms at the vendor. */
  enter?(vendorRoomId: string, token: string): Promise<string>
  /** Number of requests that the vendor received so far. */
  requests(): number
  /** A report as the vendor sends it: a person with this seat joined. Absent without webhooks. */
  report?(vendorRoomId: string, seatId: string, at: Date): WebhookRequest
  stop(): Promise<void>
}

/** The suite that every provider must pass: the behavior that the visits domain relies on. */
export const videoProviderConformance = (name: string, start: () => Promise<ProviderUnderTest>): void => {
  describe(`${name} as a video provider`, () => {
    // Whole seconds, as vendors store them. Read once for each provider, so that two requests have the same time. Not once for this
    // module: test files share it, and a seat of five minutes would have ended for those that run later.
    const began = Math.floor(Date.now() / 1000) * 1000
    const minutes = (count: number): Date => new Date(began + count * 60_000)
    let under: ProviderUnderTest
    let provider: VideoProvider
    beforeAll(async () => {
      under = await start()
      provider = under.provider
    })
    afterAll(() => under.stop())

    const covers = (capability: VideoCapability): boolean => provider.capabilities(new Date()).covered.has(capability)
    const requestFor = (more: Partial<RoomRequest> = {}): RoomRequest => ({
      key: newRoomKey(),
      closesAt: minutes(60),
      maxParticipants: 2,
      features: [],
      ...more,
    })
    const roomFor = (more: Partial<RoomRequest> = {}): Promise<VideoRoom> =>
      provider.openRoom(requestFor(more), new Date())
    const seatIn = (room: VideoRoom, more: Partial<SeatRequest> = {}) =>
      provider.issueSeat(
        { room, seatId: randomUUID(), role: 'patient', mayShareScreen: false, expiresAt: minutes(5), ...more },
        new Date(),
      )
    const refusal = (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => 'no refusal',
        (error: { code?: unknown }) => error.code,
      )

    test('a room has an id, an address and an end from the vendor', async () => {
      const room = await roomFor()
      expect(room.vendorRoomId).toMatch(/./)
      expect(room.closesAt).toEqual(minutes(60))
      expect(room.endsBy === 'vendor').toBe(covers('roomEndsByItself'))
      expect(room.endsBy === 'server').toBe(!covers('roomsAtVendor'))
      if (!covers('roomsAtVendor')) return expect(room.url).toBeNull()
      expect(new URL(room.url ?? '')).toMatchObject({ pathname: `/${room.vendorRoomId}`, search: '', hash: '' })
    })

    test('a repeated request with the same key finds the room, or creates another if the vendor chooses the names', async () => {
      const request = requestFor()
      const [first, second] = [
        await provider.openRoom(request, new Date()),
        await provider.openRoom(request, new Date()),
      ]
      expect(second.closesAt).toEqual(first.closesAt)
      expect(second.vendorRoomId === first.vendorRoomId).toBe(covers('namesChosenByUs'))
      if (!covers('findRooms')) return
      const ids = new Set([first.vendorRoomId, second.vendorRoomId])
      const found = await provider.findRooms([{ ...request, requestedAt: minutes(0) }])
      expect(new Set(found.map(({ vendorRoomId }) => vendorRoomId))).toEqual(ids)
      expect(new Set(found.map(({ key }) => key))).toEqual(new Set([request.key]))
      expect(found).toHaveLength(ids.size)
    })

    test('an attempt finds only the rooms that it created', async () => {
      await roomFor()
      const other = { key: newRoomKey(), requestedAt: minutes(0), closesAt: minutes(60) }
      expect(await provider.findRooms([other])).toEqual([])
      expect(await provider.findRooms([])).toEqual([])
    })

    test('a room’s end can be moved; extending a room that no longer exists returns null', async () => {
      if (!covers('extend')) return
      const room = await roomFor()
      expect(await provider.extendRoom(room, minutes(90))).toEqual({ ...room, closesAt: minutes(90) })
      if (!covers('roomsAtVendor')) return
      await provider.closeRoom(room.vendorRoomId)
      expect(await provider.extendRoom(room, minutes(90))).toBeNull()
    })

    test('a key that could change the path of a URL is refused', async () => {
      for (const bad of ['', '../rooms', 'a/b', 'a?b', 'a b', 'x'.repeat(129)])
        await expect(roomFor({ key: bad }), bad).rejects.toBeInstanceOf(RangeError)
    })

    test('a seat is for one room, one person and a few minutes', async () => {
      const room = await roomFor()
      const seatId = randomUUID()
      const seat = await seatIn(room, { seatId })
      expect(seat).toMatchObject({
        vendor: provider.vendor,
        vendorRoomId: room.vendorRoomId,
        seatId,
        roomUrl: room.url,
        expiresAt: minutes(5),
      })
      if (!under.enter || seat.token === null) return
      expect(await under.enter(room.vendorRoomId, seat.token)).toBe('in')
      const other = await roomFor()
      expect(await under.enter(other.vendorRoomId, seat.token)).not.toBe('in')
    })

    test('a seat cannot expire in the past, outlive its room, or be issued for a room that has ended', async () => {
      const room = await roomFor()
      expect(await refusal(seatIn(room, { expiresAt: minutes(-1) }))).toBe('seat_invalid')
      expect(await refusal(seatIn(room, { expiresAt: minutes(61) }))).toBe('seat_invalid')
      expect(await refusal(seatIn({ ...room, closesAt: minutes(-1) }, { expiresAt: minutes(5) }))).toBe('seat_invalid')
    })

    test('issuing a seat sends no request to the vendor', async () => {
      if (!covers('seatsWithoutNetwork')) return
      const room = await roomFor()
      await seatIn(room)
      const before = under.requests()
      await Promise.all(Array.from({ length: 50 }, () => seatIn(room)))
      expect(under.requests()).toBe(before)
    })

    test('a closed room cannot be joined, and closing it again is not an error', async () => {
      const room = await roomFor()
      const seat = await seatIn(room)
      await provider.closeRoom(room.vendorRoomId)
      await provider.closeRoom(room.vendorRoomId)
      await provider.closeRoom(newRoomKey())
      if (under.enter && seat.token !== null) expect(await under.enter(room.vendorRoomId, seat.token)).not.toBe('in')
    })

    test('ejecting a person who is absent succeeds', async () => {
      const { vendorRoomId } = await roomFor()
      const nobody = { seatId: randomUUID(), vendorParticipantId: null }
      expect(await provider.eject({ ...nobody, vendorRoomId })).toBe(0)
      expect(await provider.eject({ ...nobody, vendorRoomId: newRoomKey() })).toBe(0)
      expect(await provider.eject({ vendorRoomId, seatId: randomUUID(), vendorParticipantId: randomUUID() })).toBe(0)
    })

    test('a vendor’s report is accepted once, as signed and within its time', async () => {
      if (!under.report)
        return expect(await provider.parseWebhook({ rawBody: new Uint8Array(), headers: {}, now: new Date() })).toEqual(
          [],
        )
      const at = minutes(0)
      const seatId = randomUUID()
      const vendorRoomId = newRoomKey()
      const report = under.report(vendorRoomId, seatId, at)
      const bytes = Buffer.from(report.rawBody)
      const changed = { ...report, rawBody: Buffer.from(bytes.toString().replace(seatId, randomUUID())) }
      expect(await refusal(provider.parseWebhook(changed))).toBe('signature_invalid')
      expect(await refusal(provider.parseWebhook({ ...report, headers: {} }))).toBe('signature_invalid')
      expect(await refusal(provider.parseWebhook({ ...report, now: minutes(6) }))).toBe('signature_invalid')
      const [event, ...more] = await provider.parseWebhook(report)
      expect(more).toEqual([])
      expect(event).toMatchObject({ type: 'participant-joined', vendorRoomId, seatId, at, seconds: null })
      expect(event?.id).toMatch(/./)
      expect(await refusal(provider.parseWebhook(report))).toBe('signature_invalid')
    })
  })
}
