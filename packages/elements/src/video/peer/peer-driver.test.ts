import { describe, expect, test } from 'vitest'
import { createPeerDriver } from './peer-driver.ts'
import { fakeDevices, rejectDevices, setMuted } from '../../../test/fake-devices.ts'
import {
  drivers,
  enter,
  eventually,
  everything,
  hello,
  newRoom,
  other,
  seat,
  sees,
  stranger,
} from '../../../test/peer-room.ts'

describe('two browsers', () => {
  test('see each other move and hear each other, in any order of joining', async () => {
    for (const [first, second] of [
      ['seat-a', 'seat-b'],
      ['seat-b', 'seat-a'],
    ] as const) {
      const room = newRoom()
      const one = await enter(room, first)
      const two = await enter(room, second)
      await sees(one, second).toBeGreaterThan(3)
      await sees(two, first).toBeGreaterThan(3)
      expect(other(one, second)?.audio?.getAudioTracks()).toHaveLength(1)
      expect(other(two, 'seat-a')?.role ?? other(one, 'seat-a')?.role).toBe('practitioner')
      expect([one.state, two.state]).toEqual(['joined', 'joined'])
      const before = (await two.stats()).framesDecoded ?? 0
      await eventually(async () => (await two.stats()).framesDecoded).toBeGreaterThan(before)
      await one.leave()
      await two.leave()
    }
  })

  test('that join at the same moment connect', async () => {
    for (let time = 0; time < 5; time += 1) {
      const room = newRoom()
      const [one, two] = await Promise.all([enter(room, 'seat-a'), enter(room, 'seat-b')])
      await sees(one, 'seat-b').toBeGreaterThan(3)
      await sees(two, 'seat-a').toBeGreaterThan(3)
      await Promise.all([one.leave(), two.leave()])
    }
  })

  test('say that a browser cannot call, if it has the name of WebRTC and not what it needs', async () => {
    const { addTransceiver } = RTCPeerConnection.prototype
    Reflect.deleteProperty(RTCPeerConnection.prototype, 'addTransceiver')
    try {
      await expect(enter(newRoom(), 'seat-a')).rejects.toMatchObject({ code: 'unsupported' })
    } finally {
      RTCPeerConnection.prototype.addTransceiver = addTransceiver
    }
  })

  test('keep every signal within the size limit of the live stream', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    expect(room.largest).toBeLessThan(12_000)
  })

  test('lose the picture when the other turns the camera off, and get it back', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const two = await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    const kinds: string[] = []
    one.on('track', ({ kind, stream }) => kinds.push(`${kind} ${stream ? 'on' : 'off'}`))
    const camera = two.local.camera?.getVideoTracks()[0]
    await two.setCamera(false)
    expect(camera?.readyState, 'the light is out').toBe('ended')
    await eventually(() => other(one, 'seat-b')).toMatchObject({ cameraOn: false, camera: null })
    await two.setCamera(true)
    await sees(one, 'seat-b').toBeGreaterThan(3)
    expect(kinds).toEqual(['camera off', 'camera on'])
    await two.setMicrophone(false)
    await eventually(() => other(one, 'seat-b')?.microphoneOn).toBe(false)
  })

  test('show the right picture of a participant who joined without camera and turned it on later', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const two = await enter(room, 'seat-b', { microphone: false, camera: false })
    await eventually(() => other(one, 'seat-b')).toMatchObject({ cameraOn: false, microphoneOn: false, camera: null })
    await sees(two, 'seat-a').toBeGreaterThan(3)
    await two.setCamera(true)
    await two.setMicrophone(true)
    await sees(one, 'seat-b').toBeGreaterThan(3)
  })

  test('reconnect after one reloads, under the same id', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    // A page that is reloaded sends and receives nothing more.
    let gone = false
    const channel = room.channel('seat-b')
    const before = createPeerDriver({
      signals: {
        send: (to, data) => gone || channel.send(to, data),
        onMessage: (listener) => channel.onMessage((from, data) => gone || listener(from, data)),
      },
    })
    drivers.push(before)
    await before.join(seat('seat-b'), everything)
    await sees(one, 'seat-b').toBeGreaterThan(3)
    const joined: string[] = []
    one.on('participant-joined', ({ id }) => joined.push(id))
    gone = true
    const again = await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    await sees(again, 'seat-a').toBeGreaterThan(3)
    expect(joined, 'the same person').toEqual([])
    expect([...one.participants.keys()]).toEqual(['seat-b'])
  })

  test('connect although the first greetings and offers were lost', async () => {
    const room = newRoom()
    room.open = false
    const one = await enter(room, 'seat-a')
    const two = await enter(room, 'seat-b')
    expect(new Set(room.sent.map(({ from }) => from))).toEqual(new Set(['seat-a', 'seat-b']))
    room.open = true
    await sees(one, 'seat-b').toBeGreaterThan(3)
    // Now only the answers are lost: the offer is sent again.
    await two.leave()
    await eventually(() => one.participants.size).toBe(0)
  }, 20_000)

  test('keep the call while both restart ICE at once', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const two = await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    const offers = (): number => room.sent.filter(({ type }) => type === 'description').length
    const before = offers()
    for (let time = 0; time < 5; time += 1) {
      dispatchEvent(new Event('online'))
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    expect(offers()).toBeGreaterThan(before + 1)
    await sees(one, 'seat-b').toBeGreaterThan(3)
    await sees(two, 'seat-a').toBeGreaterThan(3)
    expect([one.state, two.state]).toEqual(['joined', 'joined'])
  })

  test('separate: the one who stays is notified, and the one who leaves has no device open', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const two = await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    const left: string[] = []
    one.on('participant-left', ({ id }) => left.push(id))
    const tracks = [two.local.camera, two.local.audio].flatMap((stream) => stream?.getTracks() ?? [])
    await two.leave()
    await eventually(() => left).toEqual(['seat-b'])
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended'])
    expect(two.state).toBe('left')
    expect(two.local).toMatchObject({ camera: null, audio: null, cameraOn: false, microphoneOn: false })
  })
})

describe('three browsers', () => {
  test('each see both others', async () => {
    const room = newRoom()
    const all = [await enter(room, 'seat-a'), await enter(room, 'seat-b'), await enter(room, 'seat-c')]
    const ids = ['seat-a', 'seat-b', 'seat-c']
    for (const [at, driver] of all.entries())
      for (const id of ids.filter((_, index) => index !== at)) await sees(driver, id).toBeGreaterThan(3)
  }, 30_000)
})

describe('joining', () => {
  test('an expired seat is refused before any device is opened', async () => {
    const driver = createPeerDriver({ signals: newRoom().channel('seat-a') })
    await expect(
      driver.join(seat('seat-a', { expiresAt: new Date(Date.now() - 1000).toISOString() }), everything),
    ).rejects.toMatchObject({
      code: 'seat_expired',
    })
    expect(driver.state).toBe('idle')
  })

  test('a missing camera is reported, and the person joins with the microphone alone', async () => {
    const room = newRoom()
    const driver = createPeerDriver({ signals: room.channel('seat-a') })
    drivers.push(driver)
    const codes: string[] = []
    driver.on('error', ({ code }) => codes.push(code))
    await driver.join(seat('seat-a'), { ...everything, cameraId: 'no-such-camera' })
    expect(codes).toEqual(['device_not_found'])
    expect(driver.state).toBe('joined')
    expect(driver.local).toMatchObject({ cameraOn: false, microphoneOn: true })
  })

  test('devices can be changed during the call without an interruption for the other', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const two = await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    const cameras = (await two.devices()).filter(({ kind }) => kind === 'camera')
    expect(cameras.filter(({ inUse }) => inUse)).toHaveLength(1)
    const next = cameras.at(-1)
    await two.useDevice('camera', next?.id ?? '')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    await expect(two.useDevice('camera', 'no-such-camera')).rejects.toMatchObject({ code: 'device_not_found' })
    await sees(one, 'seat-b').toBeGreaterThan(3)
  })

  test('a camera that is unplugged is replaced by another one; without one an error is reported, and one press brings it back', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const two = await enter(room, 'seat-b')
    const codes: string[] = []
    two.on('error', ({ code }) => codes.push(code))
    await sees(one, 'seat-b').toBeGreaterThan(3)
    const [chosen] = (await two.devices()).filter(({ kind }) => kind === 'camera')
    await two.useDevice('camera', chosen?.id ?? '')
    const unplug = (): void => {
      const [track] = two.local.camera?.getTracks() ?? []
      // A browser ends the track of a device that is gone, with an event; `stop` alone has none.
      track?.stop()
      track?.dispatchEvent(new Event('ended'))
    }
    unplug()
    await eventually(() => two.local.cameraOn).toBe(true)
    await sees(one, 'seat-b').toBeGreaterThan(3)
    expect(codes).toEqual([])

    const restore = fakeDevices(rejectDevices('NotFoundError', 'video'))
    try {
      unplug()
      await eventually(() => codes).toEqual(['device_not_found'])
      expect(two.local.cameraOn).toBe(false)
      await eventually(() => one.participants.get('seat-b')?.cameraOn).toBe(false)
    } finally {
      restore()
    }
    await two.setCamera(true)
    await sees(one, 'seat-b').toBeGreaterThan(3)
  })

  test('a phone call takes the microphone and the camera: both sides know; they come back by themselves, with the page, or by one press', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const two = await enter(room, 'seat-b')
    await sees(one, 'seat-b').toBeGreaterThan(3)
    const link = () => one.participants.get('seat-b')?.link
    const tracks = () => [two.local.audio, two.local.camera].flatMap((stream) => stream?.getTracks() ?? [])
    await eventually(link).toBe('connected')

    const calling = tracks()
    for (const track of calling) setMuted(track, true)
    expect(two.local.isInterrupted).toBe(true)
    await eventually(link).toBe('interrupted')
    for (const track of calling) setMuted(track, false)
    expect(two.local.isInterrupted).toBe(false)
    await eventually(link).toBe('connected')
    expect(tracks()).toEqual(calling)

    for (const track of calling) setMuted(track, true)
    document.dispatchEvent(new Event('visibilitychange'))
    await eventually(() => two.local.isInterrupted).toBe(false)
    expect(tracks().some((track) => calling.includes(track))).toBe(false)
    await sees(one, 'seat-b').toBeGreaterThan(3)

    await two.setMicrophone(false)
    const [muted, camera] = tracks()
    if (muted) setMuted(muted, true)
    expect(two.local.isInterrupted).toBe(false)
    if (camera) setMuted(camera, true)
    await two.reopen()
    expect([two.local.isInterrupted, two.local.microphoneOn, tracks()[0]]).toEqual([false, false, muted])
    await sees(one, 'seat-b').toBeGreaterThan(3)
  })

  test('an older signal that arrives later changes nothing', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const say = stranger(room, 'seat-b')
    const media = (change: number, camera: boolean) => ({ ...hello.media, camera, change })
    say({ ...hello, media: media(1, false) })
    say({ type: 'media', media: media(3, true) })
    await eventually(() => other(one, 'seat-b')?.cameraOn).toBe(true)
    say({ type: 'media', media: media(2, false) })
    // One of three signals is as slow as the slowest.
    const later = ['seat-c', 'seat-d', 'seat-e']
    for (const id of later) stranger(room, id)(hello)
    await eventually(() => [...one.participants.keys()]).toEqual(expect.arrayContaining(later))
    expect(other(one, 'seat-b')?.cameraOn).toBe(true)
  })

  test('an invalid signal changes nothing', async () => {
    const room = newRoom()
    const one = await enter(room, 'seat-a')
    const stranger = room.channel('seat-x')
    for (const data of [
      null,
      'hello',
      [],
      { v: 2 },
      { v: 1, type: 'hello', session: 7 },
      { v: 1, type: 'description', session: 's', to: 't', description: {} },
    ])
      stranger.send(null, data ?? { nothing: true })
    // Signals arrive in order: if a later one has arrived, the earlier ones have too.
    await enter(room, 'seat-b')
    await eventually(() => [...one.participants.keys()]).toEqual(['seat-b'])
  })
})
