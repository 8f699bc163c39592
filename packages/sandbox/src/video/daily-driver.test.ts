import { describe, expect, test } from 'vitest'
import { events, eventually, prepareDailyPages, showsVideo, type TestWindow } from './daily-pages.testing.ts'

declare const window: TestWindow & Window

const { daily, join, newPage, rest, roomPath, seatFor } = prepareDailyPages()

describe('a visit over Daily', () => {
  test('both see each other, identified by their seats, without a violation of the page’s policies', async () => {
    const doctor = await newPage()
    const patient = await newPage()
    const violations: string[] = []
    for (const page of [doctor, patient])
      page.on('console', (message) => {
        if (/Content Security Policy|TrustedScript/.test(message.text())) violations.push(message.text())
      })
    expect(await join(doctor, await seatFor('seat-1', { is_owner: true }))).toBe('joined')
    expect(await join(patient, await seatFor('seat-2'))).toBe('joined')
    await showsVideo(doctor, 'seat-2').toBeGreaterThan(3)
    await showsVideo(patient, 'seat-1').toBeGreaterThan(3)
    expect(await events(patient)).toContain('joined seat-1 practitioner')
    expect(violations).toEqual([])
    const local = await patient.evaluate(() => {
      const { camera, audio, ...rest } = window.driver.local
      return { ...rest, tracks: [camera?.getVideoTracks().length, audio?.getAudioTracks().length] }
    })
    expect(local).toEqual({
      ...{ microphoneOn: true, cameraOn: true, sharing: false, isInterrupted: false },
      ...{ screen: null, tracks: [1, 1] },
    })
    await eventually(() => patient.evaluate(() => window.driver.quality)).toBe('good')
    const bitsPerSecond = () => patient.evaluate(async () => (await window.driver.stats()).receivedBitsPerSecond)
    await eventually(bitsPerSecond).toBeGreaterThan(1000)
  })

  test('camera and microphone go off and on; the other side follows', async () => {
    const doctor = await newPage()
    const patient = await newPage()
    await join(doctor, await seatFor('seat-1'))
    await join(patient, await seatFor('seat-2'), { microphone: false, camera: false })
    const other = () =>
      doctor.evaluate(() => {
        const { cameraOn, microphoneOn, camera } = window.driver.participants.get('seat-2') ?? {}
        return { cameraOn, microphoneOn, picture: Boolean(camera) }
      })
    await eventually(other).toEqual({ cameraOn: false, microphoneOn: false, picture: false })
    await patient.evaluate(() => window.driver.setCamera(true))
    await patient.evaluate(() => window.driver.setMicrophone(true))
    await eventually(other).toEqual({ cameraOn: true, microphoneOn: true, picture: true })
    await showsVideo(doctor, 'seat-2').toBeGreaterThan(3)
    await patient.evaluate(() => window.driver.setCamera(false))
    await eventually(other).toEqual({ cameraOn: false, microphoneOn: true, picture: false })
    expect(await patient.evaluate(() => window.driver.local.camera)).toBeNull()
  })

  test('a shared screen is seen by the other until it ends; a seat that may not share is refused', async () => {
    const doctor = await newPage()
    const patient = await newPage()
    await join(doctor, await seatFor('seat-1'))
    await join(patient, await seatFor('seat-2', { enable_screenshare: false }))
    await doctor.evaluate(() => {
      // The choice in the browser's own dialog, which a headless browser does not have.
      navigator.mediaDevices.getDisplayMedia = async () => {
        const canvas = document.createElement('canvas')
        const context = canvas.getContext('2d')
        let step = 0
        setInterval(() => context?.fillRect(step++ % 300, 0, 2, 150), 30)
        return canvas.captureStream(30)
      }
    })
    await doctor.evaluate(() => window.driver.startShare())
    await showsVideo(patient, 'seat-1', 'screen').toBeGreaterThan(3)
    await doctor.evaluate(() => window.driver.stopShare())
    await eventually(() => events(patient)).toContain('track seat-1 screen off')
    const code = await patient.evaluate(() => window.driver.startShare().catch((error: { code: string }) => error.code))
    expect(code).toBe('not_allowed')
  })

  test('another camera can be chosen during the call', async () => {
    const doctor = await newPage()
    const patient = await newPage()
    await join(doctor, await seatFor('seat-1'))
    await join(patient, await seatFor('seat-2'))
    const used = await patient.evaluate(async () => {
      const cameras = (await window.driver.devices()).filter(({ kind }) => kind === 'camera')
      const next = cameras.find(({ inUse }) => !inUse) ?? cameras[0]
      await window.driver.useDevice('camera', next?.id ?? '')
      const after = (await window.driver.devices()).find(({ kind, inUse }) => kind === 'camera' && inUse)
      return [next?.id, after?.id]
    })
    expect(used[1]).toBe(used[0])
    await showsVideo(doctor, 'seat-2').toBeGreaterThan(3)
  })

  test('a line of captions reaches everyone else, with the seat of who sent it', async () => {
    const doctor = await newPage()
    const captioner = await newPage()
    await join(doctor, await seatFor('seat-1'))
    await join(captioner, await seatFor('seat-3'))
    await eventually(() => events(doctor)).toContain('joined seat-3 null')
    await captioner.evaluate(() => {
      const line = { id: 'line-1', speaker: 'seat-1' }
      window.driver.sendCaption({ ...line, text: 'Where does', isFinal: false })
      window.driver.sendCaption({ ...line, text: 'Where does it hurt?', isFinal: true })
    })
    await eventually(async () => (await events(doctor)).filter((event) => event.startsWith('caption'))).toEqual([
      'caption seat-3 Where does grows',
      'caption seat-3 Where does it hurt? complete',
    ])
    expect((await events(captioner)).filter((event) => event.startsWith('caption'))).toEqual([])
  })

  test('captions by machine start only with a seat that may, everyone learns of it, and what each says is theirs', async () => {
    const doctor = await newPage()
    const patient = await newPage()
    const owner = await seatFor('seat-1', { is_owner: true })
    await join(doctor, { ...owner, mayStartMachineCaptions: true })
    await join(patient, await seatFor('seat-2'))
    await eventually(() => events(doctor)).toContain('joined seat-2 null')
    const refused = await patient.evaluate(() =>
      window.driver.setMachineCaptions?.(true, 'en').catch((error: { code: string }) => error.code),
    )
    expect(refused).toBe('not_allowed')
    // Nothing is heard before.
    daily().meetings.hear(roomPath().replace('/rooms/', ''), 'seat-2', 'My knee hurts')
    await doctor.evaluate(() => window.driver.setMachineCaptions?.(true, 'en'))
    for (const each of [doctor, patient]) await eventually(() => events(each)).toContain('machine captions true')
    daily().meetings.hear(roomPath().replace('/rooms/', ''), 'seat-2', 'Since two days')
    for (const each of [doctor, patient])
      await eventually(async () => (await events(each)).filter((event) => event.startsWith('caption'))).toEqual([
        'caption seat-2 Since two days complete by machine',
      ])
    await doctor.evaluate(() => window.driver.setMachineCaptions?.(false, 'en'))
    for (const each of [doctor, patient]) await eventually(() => events(each)).toContain('machine captions false')
  })

  test('leaving ends everything, and the same page can join again', async () => {
    const doctor = await newPage()
    const patient = await newPage()
    await join(doctor, await seatFor('seat-1'))
    await join(patient, await seatFor('seat-2'))
    await showsVideo(doctor, 'seat-2').toBeGreaterThan(3)
    const ended = await patient.evaluate(async () => {
      const tracks = [window.driver.local.camera, window.driver.local.audio].flatMap(
        (stream) => stream?.getTracks() ?? [],
      )
      await window.driver.leave()
      return [...tracks.map(({ readyState }) => readyState), window.driver.state, window.driver.participants.size]
    })
    expect(ended).toEqual(['ended', 'ended', 'left', 0])
    await eventually(() => events(doctor)).toContain('left seat-2')
    expect(await join(patient, await seatFor('seat-2'))).toBe('joined')
    await showsVideo(doctor, 'seat-2').toBeGreaterThan(3)
  })

  test('when the room ends everyone in it gets room_closed, and an ejected person gets ejected', async () => {
    const doctor = await newPage()
    const patient = await newPage()
    await join(doctor, await seatFor('seat-1'))
    await join(patient, await seatFor('seat-2'))
    await rest(`${roomPath()}/eject`, { user_ids: ['seat-2'], ban: true })
    await eventually(() => events(patient)).toContain('error ejected')
    await rest(roomPath(), undefined, 'DELETE')
    await eventually(() => events(doctor)).toContain('error room_closed')
    expect(await doctor.evaluate(() => window.driver.state)).toBe('failed')
  })
})
