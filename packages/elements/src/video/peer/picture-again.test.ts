import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { enter, eventually, everything, newRoom, other, sees } from '../../../test/peer-room.ts'
import { mediaLines } from './ready-connection.ts'

/* A picture that stops without a word from the browser: an encoder that hangs, a track that was not attached, or a camera that gives nothing. */

const made: RTCPeerConnection[] = []
beforeEach(() => {
  const Real = RTCPeerConnection
  const Recorded = class extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      made.push(this)
    }
  }
  vi.stubGlobal('RTCPeerConnection', Recorded)
})
afterEach(() => {
  made.length = 0
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a picture that does not arrive is sent again, without anyone turning the camera off and on', async () => {
  const room = newRoom()
  const one = await enter(room, 'seat-a')
  const two = await enter(room, 'seat-b')
  await sees(one, 'seat-b').toBeGreaterThan(3)
  await sees(two, 'seat-a').toBeGreaterThan(3)
  const camera = mediaLines.indexOf('camera')
  const connected = made.filter(({ connectionState }) => connectionState === 'connected')
  const senders = connected.flatMap((connection) => connection.getTransceivers()[camera]?.sender ?? [])
  const tracks = senders.map(({ track }) => track)
  await Promise.all(senders.map((sender) => sender.replaceTrack(null)))
  const replaced = vi.spyOn(RTCRtpSender.prototype, 'replaceTrack')
  await eventually(() => other(one, 'seat-b')?.link).toBe('no-picture')
  await expect.poll(() => other(one, 'seat-b')?.link, { timeout: 20_000 }).toBe('connected')
  await sees(one, 'seat-b').toBeGreaterThan(3)
  await sees(two, 'seat-a').toBeGreaterThan(3)
  // The same cameras: their lights stayed on.
  expect(senders.map(({ track }) => track)).toEqual(tracks)
  // Taken from the line and returned: the browser begins with a whole picture.
  expect(replaced.mock.calls.map(([track]) => track?.kind ?? 'none').toSorted()).toEqual([
    ...['none', 'none', 'video', 'video'],
  ])
  const asked = room.sent.filter(({ type }) => type === 'picture-lost').map(({ from }) => from)
  expect(asked.toSorted()).toEqual(['seat-a', 'seat-b'])
}, 60_000)

test('a camera that gives nothing more is closed and opened', async () => {
  const room = newRoom()
  const one = await enter(room, 'seat-a')
  const two = await enter(room, 'seat-b', { ...everything, camera: false })
  await sees(two, 'seat-a').toBeGreaterThan(3)
  const before = one.local.camera?.getVideoTracks()[0]
  // Chromium has three buffers for the frames of a camera. While a page keeps all three, it gives no other frame.
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: one.local.camera })
  await video.play()
  const kept: VideoFrame[] = []
  while (kept.length < 3) {
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve))
    kept.push(new VideoFrame(video))
  }
  await eventually(() => other(two, 'seat-a')?.link).toBe('no-picture')
  expect([before?.readyState, before?.muted]).toEqual(['live', false])
  await expect.poll(() => other(two, 'seat-a')?.link, { timeout: 20_000 }).toBe('connected')
  await sees(two, 'seat-a').toBeGreaterThan(3)
  expect([before?.readyState, one.local.camera?.getVideoTracks()[0]?.readyState]).toEqual(['ended', 'live'])
  for (const frame of kept) frame.close()
}, 60_000)
