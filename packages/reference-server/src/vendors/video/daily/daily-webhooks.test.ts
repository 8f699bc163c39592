import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startVideo, type SimulatedDaily } from '../../../../../sandbox/src/video/start-video.ts'
import { newRoomKey } from '../room-key.ts'
import type { VideoProvider } from '../provider.ts'
import type { DailyProviderOptions } from './daily-provider.ts'
import { enter, joined, providerFor, signed, webhookSecret } from './daily-provider.testing.ts'

let daily: SimulatedDaily
const start = (more: Partial<DailyProviderOptions> = {}): VideoProvider => providerFor(daily, more)
beforeEach(async () => {
  daily = await startVideo({ port: 0, mode: 'hipaa' })
})
afterEach(() => daily.stop())

const inMinutes = (count: number): Date => new Date((Math.floor(Date.now() / 1000) + count * 60) * 1000)
const open = (provider: VideoProvider) =>
  provider.openRoom({ key: newRoomKey(), closesAt: inMinutes(60), maxParticipants: 3, features: [] }, new Date())

describe('reports', () => {
  test('of the sandbox’s webhooks contain who joined, who left and the duration', async () => {
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
    const room = await open(provider)
    const seat = await provider.issueSeat(
      { room, seatId: 'seat-1', role: 'patient', mayShareScreen: false, expiresAt: inMinutes(5) },
      new Date(),
    )
    await enter(daily, room.vendorRoomId, seat.token ?? '')
    await expect.poll(() => events.length, { timeout: 10_000 }).toBe(4)
    expect(failures).toEqual([])
    const who = {
      vendorRoomId: room.vendorRoomId,
      seatId: 'seat-1',
      vendorParticipantId: expect.stringMatching(/./) as string,
    }
    expect(events).toMatchObject([
      { type: 'room-started', vendorRoomId: room.vendorRoomId, seatId: null, vendorParticipantId: null },
      { type: 'participant-joined', ...who },
      { type: 'participant-left', ...who, seconds: 0 },
      { type: 'room-ended', vendorRoomId: room.vendorRoomId, seatId: null, vendorParticipantId: null },
    ])
    receiver.close()
  })

  test('are refused without a configured secret, even if signed with an empty one', async () => {
    const report = signed(joined('a-room', 'seat-1', new Date()), new Date(), '')
    await expect(start({ webhookSecret: '' }).parseWebhook(report)).rejects.toMatchObject({
      code: 'vendor_unavailable',
    })
  })

  test('of unknown kinds, and without what they need, are said to be so', async () => {
    const report = joined('a-room', 'seat-1', new Date())
    const read = (body: object) => start().parseWebhook(signed(body, new Date()))
    expect(await read({ ...report, type: 'recording.started' })).toEqual([{ id: report.id, fault: 'unknown-code' }])
    expect(await read({ ...report, payload: {} })).toEqual([{ id: report.id, fault: 'unreadable' }])
    expect(await read({ ...report, payload: null })).toEqual([{ id: report.id, fault: 'unreadable' }])
    expect(await read(['nothing'])).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{64}$/), fault: 'unreadable' }])
  })
})

describe('a webhook that Daily has stopped', () => {
  const path = '/v1/webhooks/video/daily/00000000-0000-4000-8000-000000000001'
  let receiver: Server
  let isUp: boolean
  const received: string[] = []
  const receiverUrl = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`
  const pointsHere = (url: URL): boolean => url.pathname === path
  beforeEach(async () => {
    isUp = true
    received.length = 0
    receiver = createServer(async (incoming, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of incoming) chunks.push(chunk as Buffer)
      if (isUp) received.push(Buffer.concat(chunks).toString())
      response.writeHead(isUp ? 200 : 500).end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => void receiver.close())
  const trip = async (): Promise<void> => {
    isUp = false
    for (let time = 0; time < 3; time += 1) daily.webhooks.send('meeting.started', { room: 'a-room' })
    await daily.webhooks.settled()
  }

  test('is restarted once its address responds, with the server’s secret; other webhooks are unchanged', async () => {
    const ours = daily.webhooks.add(receiverUrl())
    const theirs = daily.webhooks.add(receiverUrl().replace(path, '/other'))
    expect(await start().watchWebhooks(pointsHere)).toEqual({
      found: 1,
      rearmed: 0,
      stopped: 0,
      isOtherMode: false,
      isRecording: false,
    })
    await trip()
    expect([ours.state, theirs.state]).toEqual(['FAILED', 'FAILED'])
    expect(await start().watchWebhooks(pointsHere)).toMatchObject({ found: 1, rearmed: 0, stopped: 1 })
    isUp = true
    expect(await start().watchWebhooks(pointsHere)).toMatchObject({ found: 1, rearmed: 1, stopped: 0 })
    expect(ours).toMatchObject({ state: 'ACTIVE', hmac: webhookSecret })
    expect(theirs.state).toBe('FAILED')
    daily.webhooks.send('meeting.started', { room: 'a-room' })
    await daily.webhooks.settled()
    expect(received.at(-1)).toContain('meeting.started')
  })

  test('is not checked without a secret, because its reports could not be verified', async () => {
    await expect(start({ webhookSecret: '' }).watchWebhooks(pointsHere)).rejects.toMatchObject({
      code: 'vendor_unavailable',
    })
    expect(daily.received).toEqual([])
  })

  test('is checked together with the kind of account, which may differ from the configuration', async () => {
    await daily.stop()
    daily = await startVideo({ port: 0, mode: 'plain' })
    const hipaa = start({ capabilities: (at) => ({ ...start().capabilities(at), mode: 'hipaa' }) })
    expect(await hipaa.watchWebhooks(pointsHere)).toMatchObject({ found: 0, isOtherMode: true })
    expect(await start().watchWebhooks(pointsHere)).toMatchObject({ isOtherMode: false })
  })

  test('says when the account records calls by default', async () => {
    expect(await start().watchWebhooks(pointsHere)).toMatchObject({ isRecording: false })
    daily.setAccount({ enable_recording: 'cloud' })
    expect(await start().watchWebhooks(pointsHere)).toMatchObject({ isRecording: true })
  })
})
