import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser } from '../../../../scripts/find-browser.ts'
import type { loadDriver } from '../../../elements/src/video/load-driver.ts'
import type { VideoDriver, VideoSeat } from '../../../elements/src/video/driver.ts'
import { startVideo, type SimulatedDaily } from './start-video.ts'

/** Machines that test are slow now and then; people's are not asked to be faster here. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 })

/** The elements' Daily driver in real browsers, through the real daily-js, in a page whose policies are as strict as a portal's. */

interface TestWindow {
  loadDriver: typeof loadDriver
  driver: VideoDriver
  events: string[]
}
declare const window: TestWindow & Window

let browser: Browser
let daily: SimulatedDaily
let site: Server
let siteUrl: string
let policy: (sandbox: string) => string
const pages: Page[] = []

const strict = (sandbox: string): string =>
  `default-src 'none'; script-src 'self' http://${sandbox}; connect-src ws://${sandbox}; media-src blob:; ` +
  "require-trusted-types-for 'script'; trusted-types default"

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { loadDriver } from './load-driver.ts'\nwindow.loadDriver = loadDriver\nwindow.events = []",
      resolveDir: fileURLToPath(new URL('../../../elements/src/video', import.meta.url)),
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/out',
    write: false,
  })
  const files = new Map(outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]))
  site = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    if (file !== undefined) return response.setHeader('content-type', 'text/javascript').end(file)
    response.setHeader('content-security-policy', policy(new URL(daily.url).host))
    response.setHeader('content-type', 'text/html')
    response.end(
      '<!doctype html><title>visit</title><script type="module" src="/stdin.js"></script><button>Share</button>',
    )
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`
  browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--allow-loopback-in-peer-connection',
    ],
  })
})
afterAll(async () => {
  await browser?.close()
  site?.close()
})
beforeEach(async () => {
  policy = strict
  daily = await startVideo({ port: 0 })
  const exp = Math.floor(Date.now() / 1000) + 600
  await rest('/rooms', { name: 'visit', privacy: 'private', properties: { exp, enforce_unique_user_ids: true } })
})
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()))
  await daily.stop()
})

const rest = async (path: string, body?: object, method = 'POST'): Promise<Record<string, unknown>> => {
  const response = await fetch(daily.apiBase + path, {
    method,
    headers: { authorization: `Bearer ${daily.apiKey}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return (await response.json()) as Record<string, unknown>
}

const seatFor = async (id: string, properties: object = {}): Promise<VideoSeat> => {
  const exp = Math.floor(Date.now() / 1000) + 600
  const { token } = await rest('/meeting-tokens', {
    properties: { room_name: 'visit', user_id: id, exp, ...properties },
  })
  return {
    id,
    vendor: 'daily',
    roomUrl: `${daily.url}/visit`,
    token: String(token),
    seats: [{ id: 'seat-1', role: 'practitioner' }],
    iceServers: [],
    expiresAt: new Date(exp * 1000).toISOString(),
  }
}

const newPage = async (permissions = ['camera', 'microphone']): Promise<Page> => {
  const page = await (await browser.newContext({ permissions })).newPage()
  pages.push(page)
  await page.goto(siteUrl)
  await page.waitForFunction(() => window.loadDriver !== undefined)
  return page
}

/** `joined`, or the code of the failure. */
const join = (
  page: Page,
  seat: VideoSeat,
  media = { microphone: true, camera: true },
  bundle = daily.callMachineUrl,
): Promise<string> =>
  page.evaluate(
    async ({ seat, media, bundle }) => {
      const driver = await window.loadDriver(seat.vendor, { dailyBundlePath: bundle })
      window.driver = driver
      driver.on('state', (state) => window.events.push(`state ${state}`))
      driver.on('participant-joined', ({ id, role }) => window.events.push(`joined ${id} ${role}`))
      driver.on('participant-left', ({ id }) => window.events.push(`left ${id}`))
      driver.on('track', ({ id, kind, stream }) => window.events.push(`track ${id} ${kind} ${stream ? 'on' : 'off'}`))
      driver.on('error', ({ code }) => window.events.push(`error ${code}`))
      try {
        await driver.join(seat, media)
        return driver.state
      } catch (error) {
        return (error as { code: string }).code
      }
    },
    { seat, media, bundle },
  )
const events = (page: Page): Promise<string[]> => page.evaluate(() => window.events)

const framesShown = (page: Page, id: string, kind: 'camera' | 'screen' = 'camera'): Promise<number> =>
  page.evaluate(
    async ({ id, kind }) => {
      const stream = window.driver.participants.get(id)?.[kind]
      if (!stream) return 0
      const video = document.createElement('video')
      video.muted = true
      video.srcObject = stream
      await video.play()
      const before = video.getVideoPlaybackQuality().totalVideoFrames
      await new Promise((resolve) => setTimeout(resolve, 600))
      return video.getVideoPlaybackQuality().totalVideoFrames - before
    },
    { id, kind },
  )
const sees = (page: Page, id: string, kind?: 'camera' | 'screen') => eventually(() => framesShown(page, id, kind))

describe('a visit over Daily', () => {
  test('both see each other, known by their seats, without a violation of the page’s policies', async () => {
    const doctor = await newPage()
    const patient = await newPage()
    const violations: string[] = []
    for (const page of [doctor, patient])
      page.on('console', (message) => {
        if (/Content Security Policy|TrustedScript/.test(message.text())) violations.push(message.text())
      })
    expect(await join(doctor, await seatFor('seat-1', { is_owner: true }))).toBe('joined')
    expect(await join(patient, await seatFor('seat-2'))).toBe('joined')
    await sees(doctor, 'seat-2').toBeGreaterThan(3)
    await sees(patient, 'seat-1').toBeGreaterThan(3)
    expect(await events(patient)).toContain('joined seat-1 practitioner')
    expect(violations).toEqual([])
    const local = await patient.evaluate(() => {
      const { camera, audio, ...rest } = window.driver.local
      return { ...rest, tracks: [camera?.getVideoTracks().length, audio?.getAudioTracks().length] }
    })
    expect(local).toEqual({ microphoneOn: true, cameraOn: true, sharing: false, screen: null, tracks: [1, 1] })
    await eventually(() => patient.evaluate(() => window.driver.quality)).toBe('good')
    await patient.evaluate(() => window.driver.stats())
    await new Promise((resolve) => setTimeout(resolve, 500))
    const stats = await patient.evaluate(() => window.driver.stats())
    expect(stats.receivedBitsPerSecond).toBeGreaterThan(1000)
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
    await sees(doctor, 'seat-2').toBeGreaterThan(3)
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
      // What the person would choose in the browser's own dialogue, which a headless browser does not have.
      navigator.mediaDevices.getDisplayMedia = async () => {
        const canvas = document.createElement('canvas')
        const context = canvas.getContext('2d')
        let step = 0
        setInterval(() => context?.fillRect(step++ % 300, 0, 2, 150), 30)
        return canvas.captureStream(30)
      }
    })
    await doctor.evaluate(() => window.driver.startShare())
    await sees(patient, 'seat-1', 'screen').toBeGreaterThan(3)
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
    await sees(doctor, 'seat-2').toBeGreaterThan(3)
  })

  test('leaving ends everything, and the same page can join again', async () => {
    const doctor = await newPage()
    const patient = await newPage()
    await join(doctor, await seatFor('seat-1'))
    await join(patient, await seatFor('seat-2'))
    await sees(doctor, 'seat-2').toBeGreaterThan(3)
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
    await sees(doctor, 'seat-2').toBeGreaterThan(3)
  })

  test('the end of the room is told to everyone in it as room_closed, and an ejected person as ejected', async () => {
    const doctor = await newPage()
    const patient = await newPage()
    await join(doctor, await seatFor('seat-1'))
    await join(patient, await seatFor('seat-2'))
    await rest('/rooms/visit/eject', { user_ids: ['seat-2'], ban: true })
    await eventually(() => events(patient)).toContain('error ejected')
    await rest('/rooms/visit', undefined, 'DELETE')
    await eventually(() => events(doctor)).toContain('error room_closed')
    expect(await doctor.evaluate(() => window.driver.state)).toBe('failed')
  })
})

describe('entering fails with a code', () => {
  test('for an old seat, a seat of another room, and a full room', async () => {
    const page = await newPage()
    const old = { ...(await seatFor('seat-1')), expiresAt: new Date(0).toISOString() }
    expect(await join(page, old)).toBe('seat_expired')
    expect(await join(page, await seatFor('seat-1', { exp: 1 }))).toBe('seat_expired')
    expect(await join(page, await seatFor('seat-1', { room_name: 'other' }))).toBe('seat_refused')
    await rest('/rooms/visit', { properties: { max_participants: 1 } })
    await join(await newPage(), await seatFor('seat-2'))
    expect(await join(page, await seatFor('seat-1'))).toBe('room_full')
    expect(await events(page)).toContain('error room_full')
  })

  test('when the call machine cannot be loaded, or the page does not allow it', async () => {
    const page = await newPage()
    expect(await join(page, await seatFor('seat-1'), undefined, `${daily.url}/nothing`)).toBe('load_failed')
    policy = (sandbox) => strict(sandbox).replace('trusted-types default', "trusted-types 'none'")
    expect(await join(await newPage(), await seatFor('seat-1'))).toBe('load_failed')
  }, 60_000)

  test('but not for a camera that the person refuses: they enter without, and are told', async () => {
    const page = await newPage(['microphone'])
    await page.evaluate(() => {
      const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getUserMedia = async (constraints) => {
        if (constraints?.video) throw new DOMException('', 'NotAllowedError')
        return real(constraints)
      }
    })
    expect(await join(page, await seatFor('seat-1'))).toBe('joined')
    expect(await events(page)).toContain('error permission_denied')
    expect(await page.evaluate(() => window.driver.local.cameraOn)).toBe(false)
  })
})
