import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright'
import type { DailyCall } from '@daily-co/daily-js'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchCallBrowser } from '../../../../scripts/launch-call-browser.ts'
import { startVideo, type SimulatedDaily } from './start-video.ts'

/** Test machines are sometimes slow; this is not the limit for users. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 })

/** The real daily-js in two browsers, without Visitkit code in the page, under a strict content security policy. */

interface TestWindow {
  call: DailyCall
  events: string[]
  start(options: { url: string; token?: string; bundlePath: string }): Promise<string>
}
declare const window: TestWindow & Window

let browser: Browser
let daily: SimulatedDaily
/** The room of this test, as Daily named it. */
let visitRoom = ''
let site: Server
let siteUrl: string
const pages: Page[] = []

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import Daily from '@daily-co/daily-js'
        window.events = []
        window.start = async ({ url, token, bundlePath }) => {
          window.call = Daily.createCallObject({ dailyConfig: { avoidEval: true, bundlePathOverride: bundlePath } })
          for (const name of ['joined-meeting', 'left-meeting', 'participant-joined', 'participant-left', 'track-started', 'track-stopped', 'app-message', 'local-screen-share-started'])
            window.call.on(name, (event) => window.events.push([name, event.type, event.data && event.data.text].filter(Boolean).join(' ')))
          window.call.on('error', (event) => window.events.push('error ' + event.error.type))
          try { await window.call.join(token ? { url, token } : { url }); return 'joined' }
          catch (error) { return typeof error === 'string' ? error : error.error.type }
        }`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'iife',
    write: false,
  })
  const script = outputFiles[0]?.text ?? ''
  site = createServer((request, response) => {
    if (request.url === '/page.js') return response.setHeader('content-type', 'text/javascript').end(script)
    const sandbox = new URL(daily.url).host
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src 'self' http://${sandbox}; connect-src ws://${sandbox}; media-src blob:`,
    )
    response
      .setHeader('content-type', 'text/html')
      .end('<!doctype html><title>call</title><script src="/page.js"></script>')
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
  daily = await startVideo({ port: 0 })
})
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()))
  await daily.stop()
})

const rest = async (path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<Record<string, unknown>> => {
  const response = await fetch(daily.apiBase + path, {
    method,
    headers: { authorization: `Bearer ${daily.apiKey}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return (await response.json()) as Record<string, unknown>
}
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds

const open = async (token: string | undefined, room = visitRoom): Promise<{ page: Page; outcome: string }> => {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
  const page = await context.newPage()
  pages.push(page)
  await page.goto(siteUrl)
  const outcome = await page.evaluate((options) => window.start(options), {
    url: `${daily.url}/${room}`,
    bundlePath: daily.callMachineUrl,
    ...(token === undefined ? {} : { token }),
  })
  return { page, outcome }
}
const token = async (properties: object): Promise<string> =>
  (await rest('/meeting-tokens', { properties: { room_name: visitRoom, exp: inSeconds(600), ...properties } }))[
    'token'
  ] as string
const events = (page: Page): Promise<string[]> => page.evaluate(() => window.events)

/** Decoded frames of the remote camera, shown in a real video element. */
const watch = (page: Page, name: 'video' | 'screenVideo' = 'video'): Promise<number> =>
  page.evaluate(async (track) => {
    const { local: _, ...others } = window.call.participants()
    const remote = Object.values(others)[0]?.tracks[track].persistentTrack
    if (!remote) return 0
    const video = document.createElement('video')
    video.muted = true
    video.srcObject = new MediaStream([remote])
    await video.play()
    const before = video.getVideoPlaybackQuality().totalVideoFrames
    await new Promise((resolve) => setTimeout(resolve, 700))
    return video.getVideoPlaybackQuality().totalVideoFrames - before
  }, name)

describe('a private room', () => {
  beforeEach(async () => {
    const { name } = await rest('/rooms', {
      privacy: 'private',
      properties: { exp: inSeconds(600), eject_at_room_exp: true, max_participants: 2 },
    })
    visitRoom = String(name)
  })

  test('two browsers with tokens see each other move, and see each other leave', async () => {
    const doctor = await open(await token({ is_owner: true, user_name: 'Practitioner', user_id: 'seat-1' }))
    const patient = await open(await token({ user_name: 'Patient', user_id: 'seat-2' }))
    expect([doctor.outcome, patient.outcome]).toEqual(['joined', 'joined'])
    await eventually(() => events(doctor.page)).toContain('track-started video')
    await eventually(() => events(patient.page)).toContain('track-started audio')
    expect(await watch(doctor.page)).toBeGreaterThan(3)
    expect(await watch(patient.page)).toBeGreaterThan(3)
    const seen = await patient.page.evaluate(() => {
      const { local, ...others } = window.call.participants()
      return Object.values(others).map(({ user_id, user_name, owner }) => ({
        user_id,
        user_name,
        owner,
        me: local.user_id,
      }))
    })
    expect(seen).toEqual([{ user_id: 'seat-1', user_name: 'Practitioner', owner: true, me: 'seat-2' }])

    await doctor.page.evaluate(() => window.call.sendAppMessage({ text: 'hello' }))
    await eventually(() => events(patient.page)).toContain('app-message hello')

    await doctor.page.evaluate(() => window.call.leave())
    expect(await events(doctor.page)).toContain('left-meeting')
    await eventually(() => events(patient.page)).toContain('participant-left')
  })

  test('turning the camera off ends the picture on the other side, and turning it on restores it', async () => {
    const doctor = await open(await token({ is_owner: true }))
    const patient = await open(await token({}))
    await eventually(() => events(doctor.page)).toContain('track-started video')
    await patient.page.evaluate(() => window.call.setLocalVideo(false))
    await eventually(() => events(doctor.page)).toContain('track-stopped video')
    await patient.page.evaluate(() => window.call.setLocalVideo(true))
    await eventually(() => watch(doctor.page)).toBeGreaterThan(3)
  })

  test('a shared screen arrives as a separate picture', async () => {
    const doctor = await open(await token({ is_owner: true }))
    const patient = await open(await token({}))
    await doctor.page.evaluate(() => {
      const canvas = document.createElement('canvas')
      const context = canvas.getContext('2d')
      let step = 0
      setInterval(() => context?.fillRect(step++ % 300, 0, 2, 150), 30)
      window.call.startScreenShare({ mediaStream: canvas.captureStream(30) })
    })
    await eventually(() => events(doctor.page)).toContain('local-screen-share-started')
    await eventually(() => events(patient.page)).toContain('track-started screenVideo')
    expect(await watch(patient.page, 'screenVideo')).toBeGreaterThan(3)
  })

  test('entry is refused without a token, with another room’s, with an expired one, or when the room is full', async () => {
    expect((await open(undefined)).outcome).toBe('not-allowed')
    expect((await open(await token({ room_name: 'other' }))).outcome).toBe('not-allowed')
    expect((await open(await token({ exp: inSeconds(-1) }))).outcome).toBe('exp-token')
    expect((await open(await token({ nbf: inSeconds(60) }))).outcome).toBe('nbf-token')
    expect((await open(await token({}), 'nowhere')).outcome).toBe('no-room')
    await open(await token({}))
    await open(await token({}))
    expect((await open(await token({}))).outcome).toBe('meeting-full')
  })

  test('deleting the room removes everyone', async () => {
    const patient = await open(await token({}))
    expect(await rest(`/rooms/${visitRoom}`, undefined, 'DELETE')).toEqual({ deleted: true, name: visitRoom })
    await eventually(() => events(patient.page)).toContain('error no-room')
  })

  test('a person who was ejected and banned cannot return during the meeting', async () => {
    const doctor = await open(await token({ is_owner: true, user_id: 'seat-1' }))
    const patient = await open(await token({ user_id: 'seat-2' }))
    const { ejectedIds } = await rest(`/rooms/${visitRoom}/eject`, { user_ids: ['seat-2'], ban: true })
    expect(ejectedIds).toHaveLength(1)
    await eventually(() => events(patient.page)).toContain('error ejected')
    await eventually(() => events(doctor.page)).toContain('participant-left')
    expect((await open(await token({ user_id: 'seat-2' }))).outcome).toBe('ejected')
  })

  test('the end of a token that ejects, and the end of the room, remove people on time', async () => {
    const guest = await open(await token({ exp: inSeconds(6), eject_at_token_exp: true }))
    const patient = await open(await token({}))
    expect(guest.outcome).toBe('joined')
    await eventually(() => events(guest.page)).toContain('error exp-token')
    await rest(`/rooms/${visitRoom}`, { properties: { exp: inSeconds(1) } })
    await eventually(() => events(patient.page)).toContain('error exp-room')
  })
})
