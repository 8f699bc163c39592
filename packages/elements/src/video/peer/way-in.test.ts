import { afterEach, describe, expect, test } from 'vitest'
import { createPeerDriver } from './peer-driver.ts'
import { fakeDevices, rejectDevices } from '../../../test/fake-devices.ts'
import {
  drivers,
  enter,
  eventually,
  everything,
  hello,
  newRoom,
  seat,
  sees,
  stranger,
} from '../../../test/peer-room.ts'

let restore = (): void => {}
afterEach(() => {
  restore()
  restore = () => {}
})

/** Notes what is asked for, such as `audio+video`. */
const noteRequests = (): string[] => {
  const requests: string[] = []
  restore = fakeDevices((real, constraints) => {
    requests.push(Object.keys(constraints).toSorted().join('+'))
    return real(constraints)
  })
  return requests
}

describe('the way into a room', () => {
  test('brings the offer along with the greeting', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const two = await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    await sees(two, 'seat-a').toBeGreaterThan(3)
    const described = room.sent.filter(({ brings }) => brings !== null)
    expect(described[0]).toEqual({ from: 'seat-b', type: 'hello', brings: 'offer' })
    // A greeting of the first one that crosses it is sent the offer again. The first one only answers.
    const others = described.slice(1).map(({ from, type, brings }) => [from, type, brings].join(' '))
    expect(new Set(others).difference(new Set(['seat-b description offer']))).toEqual(
      new Set(['seat-a description answer']),
    )
  })

  test('is open to a page that does not know such a greeting: it gets the offer by itself', async () => {
    const room = newRoom()
    const offers = (): number =>
      room.sent.filter(({ type, brings }) => type === 'description' && brings === 'offer').length
    const older = stranger(room, 'seat-a')
    await enter(room, 'seat-b')
    expect(room.sent.filter(({ brings }) => brings === 'offer')).toHaveLength(1)
    older(hello)
    await eventually(offers).toBe(1)
  })

  test('asks the person once for both devices', async () => {
    const requests = noteRequests()
    const driver = await enter(newRoom(), 'seat-a')
    expect(requests).toEqual(['audio+video'])
    expect(driver.local).toMatchObject({ cameraOn: true, microphoneOn: true })
  })

  test('goes on with the camera of the preview, and closes it at the end', async () => {
    const [cameraTrack] = (await navigator.mediaDevices.getUserMedia({ video: true })).getVideoTracks()
    if (!cameraTrack) throw new Error('no camera')
    const requests = noteRequests()
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    requests.length = 0
    const driver = createPeerDriver({ signals: room.channel('seat-b') })
    drivers.push(driver)
    await driver.join(seat('seat-b'), { ...everything, cameraTrack })
    expect(requests).toEqual(['audio'])
    expect(driver.local.camera?.getVideoTracks()).toEqual([cameraTrack])
    await sees(one, 'seat-b').toBeGreaterThan(3)
    await driver.leave()
    expect(cameraTrack.readyState).toBe('ended')
  })

  test('opens the devices before there is a seat, and says then what is missing', async () => {
    restore = fakeDevices(rejectDevices('NotReadableError', 'video'))
    const driver = createPeerDriver({ signals: newRoom().channel('seat-a') })
    drivers.push(driver)
    const codes: string[] = []
    driver.on('error', ({ code }) => codes.push(code))
    driver.prepare?.(everything)
    expect(driver.state).toBe('getting-devices')
    await eventually(() => driver.local.microphoneOn).toBe(true)
    await driver.join(seat('seat-a'), everything)
    expect(codes).toEqual(['device_in_use'])
    expect(driver.local).toMatchObject({ cameraOn: false, microphoneOn: true })
  })

  test('leaves no device and no connection open when no seat is given', async () => {
    const made: RTCPeerConnection[] = []
    const { RTCPeerConnection: Real } = window
    window.RTCPeerConnection = class extends Real {
      constructor(configuration?: RTCConfiguration) {
        super(configuration)
        made.push(this)
      }
    }
    const tracks: MediaStreamTrack[] = []
    restore = fakeDevices(async (real, constraints) => {
      const stream = await real(constraints)
      tracks.push(...stream.getTracks())
      return stream
    })
    try {
      const driver = createPeerDriver({ signals: newRoom().channel('seat-a') })
      driver.prepare?.(everything)
      await driver.leave()
      await eventually(() => tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended'])
      expect(made.map(({ signalingState }) => signalingState)).toEqual(['closed'])
      expect(driver.state).toBe('left')
    } finally {
      window.RTCPeerConnection = Real
    }
  })

  test('offers nothing to one who has left: the next one is met as if there had been no offer', async () => {
    const room = newRoom()
    const two = await enter(room, 'seat-b')
    // Longer than an unheard offer is kept.
    await eventually(() => room.sent.filter(({ type }) => type === 'hello').length).toBeGreaterThan(1)
    const one = await enter(room, 'seat-a')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    await sees(two, 'seat-a').toBeGreaterThan(3)
  }, 20_000)
})
