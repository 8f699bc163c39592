import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchCallBrowser } from '../../../../scripts/launch-call-browser.ts'
import type { loadDriver } from '../../../elements/src/video/load-driver.ts'
import type { VideoDriver, VideoSeat } from '../../../elements/src/video/driver.ts'
import { startVideo, type SimulatedDaily } from './start-video.ts'

/** Test machines are sometimes slow; this is not the limit for users. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 })

export interface TestWindow {
  loadDriver: typeof loadDriver
  driver: VideoDriver
  events: string[]
}
declare const window: TestWindow & Window

export interface DailyPages {
  /** The simulated Daily of this test. */
  daily(): SimulatedDaily
  /** The path of this test's room in the REST API: `/rooms/<name>`. */
  roomPath(): string
  rest(path: string, body?: object, method?: string): Promise<Record<string, unknown>>
  seatFor(id: string, properties?: object): Promise<VideoSeat>
  /** A page in a separate browser context. */
  newPage(permissions?: string[]): Promise<Page>
  /** `joined`, or the code of the failure. */
  join(page: Page, seat: VideoSeat, media?: { microphone: boolean; camera: boolean }, bundle?: string): Promise<string>
  /** For pages of this test that are opened from then on. */
  setPolicy(policy: (sandbox: string) => string): void
}

/** A portal's policy, by the host of the sandbox. */
export const strictPolicy = (sandbox: string): string =>
  `default-src 'none'; script-src 'self' http://${sandbox}; connect-src ws://${sandbox}; media-src blob:; ` +
  "require-trusted-types-for 'script'; trusted-types default"

/**
 * The elements' Daily driver in real browsers, through the real daily-js, in a page with policies as strict as a portal's. One browser for
 * each test file, a new Daily with one room for each test.
 */
export const prepareDailyPages = (): DailyPages => {
  let browser: Browser
  let daily: SimulatedDaily
  let room = ''
  let site: Server
  let siteUrl: string
  let policy: (sandbox: string) => string
  const pages: Page[] = []

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
    browser = await launchCallBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })
  beforeEach(async () => {
    policy = strictPolicy
    daily = await startVideo({ port: 0 })
    const exp = Math.floor(Date.now() / 1000) + 600
    const made = await rest('/rooms', { privacy: 'private', properties: { exp, enforce_unique_user_ids: true } })
    room = String(made['name'])
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
      properties: { room_name: room, user_id: id, exp, ...properties },
    })
    return {
      id,
      vendor: 'daily',
      roomUrl: `${daily.url}/${room}`,
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
        driver.on('caption', ({ from, text, isFinal, isByMachine }) =>
          window.events.push(
            `caption ${from} ${text} ${isFinal ? 'complete' : 'grows'}${isByMachine ? ' by machine' : ''}`,
          ),
        )
        driver.on('machine-captions', (isRunning) => window.events.push(`machine captions ${isRunning}`))
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

  return {
    daily: () => daily,
    roomPath: () => `/rooms/${room}`,
    rest,
    seatFor,
    newPage,
    join,
    setPolicy: (next) => (policy = next),
  }
}

export const events = (page: Page): Promise<string[]> => page.evaluate(() => window.events)

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
export const showsVideo = (page: Page, id: string, kind?: 'camera' | 'screen') =>
  eventually(() => framesShown(page, id, kind))
