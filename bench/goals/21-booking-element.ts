import { chromium, type Browser } from 'playwright'
import { startBookingPages, type PageName } from '../booking-pages.ts'
import { verdictOf, worstOf, type MeasureGoal } from '../goal.ts'
import { findBrowser } from '../../scripts/find-browser.ts'
import { median } from '../statistics.ts'

interface PageLoad {
  /** Brotli bytes of every script that the page loaded. */
  readonly scriptBytes: number
  /** Milliseconds from the start of the navigation until the first slot can be pressed. */
  readonly interactive: number
  readonly largestPaint: number
  readonly blocked: number
  readonly shift: number
  /** Milliseconds of the slowest interaction. */
  readonly interaction: number
}

/** The booking element and the same slot picker in React, in a slow browser on a slow connection. */
export const measure: MeasureGoal = async (run) => {
  const pages = await startBookingPages()
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  const loads: Record<PageName, PageLoad[]> = { element: [], twin: [] }
  try {
    for (let repeat = 0; repeat < (run.quick ? 1 : 5); repeat++)
      for (const name of ['element', 'twin'] as const) loads[name].push(await loadOnce(browser, pages.url[name]))
  } finally {
    await browser.close()
    await pages.stop()
  }
  const of = (name: PageName, part: keyof PageLoad): number => median(loads[name].map((load) => load[part]))
  const [bytes, twinBytes] = [of('element', 'scriptBytes') / 1_000, of('twin', 'scriptBytes') / 1_000]
  const share = of('element', 'interactive') / of('twin', 'interactive')
  const how = `Chromium, headless, 4x CPU slowdown, 1.6 Mbit/s and 150 ms; a new profile each time, the two pages alternating, medians of ${loads.element.length}. Both use the same sample server and open at the choice of a time. The twin is a plain React 19 slot picker with fetch; the element also contains the SDK, sessions, live updates, languages, every other step of booking and its error views.`
  const known =
    'Round trips at 150 ms dominate: page, script, the SDK as a separate module, visit types, free times; the twin has one less. Fetching the times in parallel with the visit types where the page names visit type and practitioner, and a module preload for the SDK, would save two. The bytes are the element (24 KB gzip), the SDK (10) and the provider.'
  const line = (
    what: string,
    gate: string,
    stretch: string,
    measured: string,
    verdict: ReturnType<typeof verdictOf>,
  ) => ({ goal: '21', what, gate, stretch, measured, verdict, how, known })
  return [
    line(
      'Booking element: JavaScript sent (brotli)',
      '<= 12 KB',
      '8 KB',
      `${bytes.toFixed(1)} KB (React twin ${twinBytes.toFixed(1)} KB)`,
      verdictOf(bytes, { gate: 12, stretch: 8, is: 'at most' }),
    ),
    line(
      'Booking element: times can be selected, against the React twin (lower is better)',
      '<= 0.65x',
      '0.55x',
      `${share.toFixed(2)}x (${Math.round(of('element', 'interactive'))} ms against ${Math.round(of('twin', 'interactive'))})`,
      verdictOf(share, { gate: 0.65, stretch: 0.55, is: 'at most' }),
    ),
    line(
      'Booking element: blocked time, slowest interaction, layout shift, largest paint',
      'TBT 0; INP <= 50 ms; CLS 0; LCP <= 1.0 s',
      '-',
      `TBT ${Math.round(of('element', 'blocked'))} ms; INP ${Math.round(of('element', 'interaction'))} ms; CLS ${of('element', 'shift').toFixed(3)}; LCP ${Math.round(of('element', 'largestPaint'))} ms (twin ${Math.round(of('twin', 'blocked'))}; ${Math.round(of('twin', 'interaction'))}; ${of('twin', 'shift').toFixed(3)}; ${Math.round(of('twin', 'largestPaint'))})`,
      worstOf([
        verdictOf(of('element', 'blocked'), { gate: 0, is: 'at most' }),
        verdictOf(of('element', 'interaction'), { gate: 50, is: 'at most' }),
        verdictOf(of('element', 'shift'), { gate: 0.001, is: 'at most' }),
        verdictOf(of('element', 'largestPaint'), { gate: 1_000, is: 'at most' }),
      ]),
    ),
  ]
}

interface Seen {
  interactive: number
  largestPaint: number
  shift: number
  interaction: number
  longTasks: { start: number; duration: number }[]
}
declare global {
  interface Window {
    benchSeen: Seen
  }
}

const loadOnce = async (browser: Browser, url: string): Promise<PageLoad> => {
  const context = await browser.newContext({ viewport: { width: 412, height: 915 } })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 750e3 / 8,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    let scriptBytes = 0
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scriptBytes += Number(response.headers()['content-length'] ?? 0)
    })
    await page.addInitScript(watchPage)
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction(() => window.benchSeen.interactive > 0, null, { timeout: 60_000, polling: 100 })
    // What the page still loads and renders after the slots are there.
    await page.waitForTimeout(1_000)
    const atRest = await page.evaluate(() => window.benchSeen)
    const days = page.locator('.day:has(input:not(:disabled))')
    for (const at of [1, 0]) {
      if ((await days.count()) > at) await days.nth(at).click()
      await page.waitForTimeout(200)
    }
    const slots = page.locator('button.slot')
    for (const at of [1, 3]) {
      await slots.nth(Math.min(at, (await slots.count()) - 1)).click()
      await page.waitForTimeout(700)
    }
    const { interaction } = await page.evaluate(() => window.benchSeen)
    const blocked = atRest.longTasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)
    return {
      scriptBytes,
      interactive: atRest.interactive,
      largestPaint: atRest.largestPaint,
      blocked,
      shift: atRest.shift,
      interaction,
    }
  } finally {
    await context.close()
  }
}

/** Runs in the page before the page's own scripts. */
const watchPage = (): void => {
  const seen: Seen = { interactive: 0, largestPaint: 0, shift: 0, interaction: 0, longTasks: [] }
  window.benchSeen = seen
  const observe = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more })
  observe('largest-contentful-paint', (entry) => (seen.largestPaint = entry.startTime))
  observe('longtask', ({ startTime, duration }) => seen.longTasks.push({ start: startTime, duration }))
  observe('layout-shift', (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!shift.hadRecentInput) seen.shift += shift.value
  })
  observe(
    'event',
    (entry) => {
      if ((entry as PerformanceEntry & { interactionId: number }).interactionId)
        seen.interaction = Math.max(seen.interaction, entry.duration)
    },
    { durationThreshold: 16 },
  )
  const look = (): void => {
    const within = document.querySelector('visit-booking')?.shadowRoot ?? document
    if (within.querySelector('button.slot') === null) {
      requestAnimationFrame(look)
      return
    }
    // Rendered, and no work left before a press would be handled.
    requestAnimationFrame(() => setTimeout(() => (seen.interactive = performance.now())))
  }
  requestAnimationFrame(look)
}
