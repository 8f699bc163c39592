import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveStories, type StoryServer } from '../packages/elements/serve-stories.ts'
import { launchCallFirefox } from '../scripts/launch-call-firefox.ts'
import { startWebKit } from '../scripts/start-webkit.ts'

/*
 * Every story in Firefox and WebKit: it comes to its state, without an error and without a sideways scroll. `npm test` shows one of each
 * element in Firefox; `npm run prove:browsers` shows all in both.
 */

const isAll = process.env['BROWSERS'] === 'all'

interface Engine {
  run<Result>(body: string, ...values: readonly unknown[]): Promise<Result>
  stop(): Promise<void>
}

/** WebKitGTK has no WebRTC: what these wait for does not come. Everything else of the room and the check is shown there, too. */
const needsCalls: ReadonlySet<string> = new Set([
  'device-check: Blocked',
  'device-check: ClinicNotReached',
  'device-check: ConnectionBlocked',
  'device-check: ConnectionLossy',
  'guest-room: Together',
  'video-room: OtherLeft',
  'video-room: OutOfSight',
  'video-room: Together',
])

const openFirefox = async (url: string): Promise<Engine> => {
  const browser: Browser = await launchCallFirefox()
  const page = await browser.newPage({ viewport: { width: 1024, height: 900 } })
  await page.goto(url)
  return {
    run: (body, ...values) => page.evaluate(`(async function () { ${body} }).apply(null, ${JSON.stringify(values)})`),
    stop: () => browser.close(),
  }
}

const openWebKit = async (url: string): Promise<Engine> => {
  const page = await startWebKit()
  await page.goto(url)
  return page
}

/** Resolves with what went wrong while a story came to its state. */
const showOne = `
const [file, name] = arguments
const faults = []
const failed = ({ message, reason }) => {
  const text = String(message ?? reason)
  // The browser's own: what was not delivered is delivered with the next picture.
  if (!text.includes('ResizeObserver loop')) faults.push(text)
}
const { error } = console
console.error = (...texts) => faults.push(texts.join(' '))
addEventListener('error', failed)
addEventListener('unhandledrejection', failed)
await window.stories.show(file, name, 'light').catch((reason) => faults.push(String(reason)))
removeEventListener('error', failed)
removeEventListener('unhandledrejection', failed)
console.error = error
const { scrollWidth, clientWidth } = document.documentElement
if (scrollWidth > clientWidth) faults.push('scrolls sideways: ' + scrollWidth + ' of ' + clientWidth)
return faults`

let server: StoryServer
beforeAll(async () => {
  server = await serveStories()
})
afterAll(() => server?.stop())

describe.each([
  { engine: 'Firefox', open: openFirefox, isAsked: true, cannot: new Set<string>() as ReadonlySet<string> },
  { engine: 'WebKit', open: openWebKit, isAsked: isAll, cannot: needsCalls },
])('in $engine', ({ open, isAsked, cannot }) => {
  it.runIf(isAsked)('stories come to their state without an error', { timeout: 1_200_000 }, async () => {
    const engine = await open(server.pageOf(''))
    const faulty: Record<string, string[]> = {}
    try {
      const stories = await engine.run<{ file: string; name: string }[]>(`
        for (let turn = 0; !window.stories && turn < 600; turn++) await new Promise((resolve) => setTimeout(resolve, 100))
        return window.stories.list()`)
      expect(stories.length).toBeGreaterThan(200)
      const firstOfEach = stories.filter(({ file }, index) => stories.findIndex((one) => one.file === file) === index)
      for (const { file, name } of isAll ? stories : firstOfEach) {
        if (cannot.has(`${file}: ${name}`)) continue
        const faults = await engine.run<string[]>(showOne, file, name)
        if (faults.length > 0) faulty[`${file}: ${name}`] = faults
      }
    } finally {
      await engine.stop()
    }
    expect(faulty).toEqual({})
  })
})
