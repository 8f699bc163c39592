import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright'
import { findBrowser } from '../../scripts/find-browser.ts'
import { verdictOf, type MeasureGoal } from '../goal.ts'

interface Held {
  readonly slowest: number
}
declare global {
  interface Window {
    longList: { slowest: number }
  }
}

interface LongList {
  /** As in `fixtures/long-lists/worlds.ts`. */
  readonly name: string
  /** Default: the name. */
  readonly element?: string
  readonly rows: string
  /** The button that opens the list, or returns to it from other days. */
  readonly opens?: RegExp
  /** Default: the first of all buttons. */
  readonly buttons?: string
}

/** Every element whose list can have 500 rows. */
const lists: readonly LongList[] = [
  { name: 'audit-log', rows: 'li' },
  { name: 'appointments', rows: 'li' },
  { name: 'schedule', rows: '.block', opens: /^Today$/ },
  { name: 'waitlist', element: 'schedule', rows: '[part=waiting] > li', opens: /^Waitlist/ },
  { name: 'queue', rows: 'tbody tr' },
  { name: 'inbox', rows: 'li' },
  { name: 'claim-desk', rows: '.claims tbody tr', buttons: '.claims .open' },
  { name: 'messages', rows: '.picks > li' },
  { name: 'record', rows: 'li' },
  { name: 'statement', rows: 'ul > li', buttons: 'ul summary, ul button' },
]
const enoughRows = 500
/** A list of five more at a time. */
const mostPages = 120

/** How long a press takes until the next paint, in the elements with the longest lists. */
export const measure: MeasureGoal = async (run) => {
  const script = await bundle()
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  const found: ({ name: string } & Pressed)[] = []
  try {
    for (const list of lists) {
      const pressed = await press(browser, script, list, run.quick ? 4 : 12, run.log)
      found.push({ name: list.name, ...pressed })
      run.log(`${list.name}: ${pressed.rows} rows, slowest press ${inWords(pressed)}`)
    }
  } finally {
    await browser.close()
  }
  const [worst] = found.toSorted((a, b) => b.slowest - a.slowest)
  return [
    {
      goal: '27',
      what: 'Interaction to next paint of the slowest element with 500 rows',
      gate: '<= 100 ms',
      stretch: '50 ms',
      measured: found.map((pressed) => `${pressed.name} ${inWords(pressed)}, ${pressed.rows} rows`).join(', '),
      verdict: verdictOf(worst?.slowest ?? Infinity, { gate: 100, stretch: 50, is: 'at most' }),
      how: 'Chromium, headless, without slowdown. The server of the page is the sample of the SDK, in memory, with each list of the element 500 long. Rows are loaded with "Show more" up to 500 or to the end, then each of the first buttons is pressed; the number is the longest `event` of the Event Timing API. After it, the most CPU time of the page that a press took, with all that it led to: it is the same on a machine that also does other work.',
    },
  ]
}

interface Pressed extends Held {
  /** Milliseconds of CPU time. */
  readonly work: number
  readonly rows: number
}

const inWords = ({ slowest, work }: Pressed): string => `${Math.round(slowest)} ms (CPU ${Math.round(work)} ms)`

/** CPU time of the page's main thread so far, in milliseconds. */
const watchWork = async (page: Page): Promise<() => Promise<number>> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}

const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../fixtures/long-lists/main.ts')],
    external: ['@daily-co/daily-js'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    tsconfigRaw: '{}',
    conditions: ['browser', 'production'],
    legalComments: 'none',
  })
  return outputFiles[0]?.text ?? ''
}

const press = async (
  browser: Browser,
  script: string,
  { name, element: tag = name, rows, opens, buttons: pressed = 'button, summary' }: LongList,
  presses: number,
  log: (line: string) => void,
): Promise<Pressed> => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, timezoneId: 'America/New_York' })
  await page.addInitScript(watchPresses)
  await page.route('http://localhost/**', (route) => {
    const isScript = route.request().url().endsWith('/main.js')
    const body = isScript
      ? script
      : '<!doctype html><html lang="en"><title>Long lists</title><body><script type="module" src="/main.js"></script>'
    return route.fulfill({ contentType: isScript ? 'text/javascript' : 'text/html', body })
  })
  await page.goto(`http://localhost/${name}/${tag}`)
  const element = page.locator(`visit-${tag}`)
  const list = element.locator(rows)
  const open = async (): Promise<void> => {
    if (!opens || (await list.count()) > 0) return
    await element.getByRole('button', { name: opens }).first().click()
    await list.first().waitFor({ state: 'attached' })
  }
  await element.getByRole('button').first().waitFor()
  await page.waitForTimeout(500)
  await open()
  await list.first().waitFor({ state: 'attached' })
  const more = element.getByRole('button', { name: /^show (more|older|earlier)/i })
  for (let pages = 0; pages < mostPages && (await list.count()) < enoughRows; pages++) {
    if (!(await more.first().isVisible())) break
    await more.first().click()
    await page.waitForTimeout(150)
  }
  // What the page does after its first render is no part of a press.
  await page.waitForTimeout(1_500)
  const shown = await list.count()
  await page.evaluate(() => (window.longList.slowest = 0))
  const buttons = element.locator(pressed).and(element.locator(':not([aria-disabled=true])'))
  const workNow = await watchWork(page)
  let [slowest, work] = [0, 0]
  const timed = async (act: () => Promise<unknown>): Promise<void> => {
    const before = await workNow()
    await act()
    await page.waitForTimeout(250)
    work = Math.max(work, (await workNow()) - before)
  }
  for (let place = 0; place < Math.min(presses, await buttons.count()); place++) {
    const label = (await buttons.nth(place).innerText()).replaceAll(/\s+/g, ' ').slice(0, 40)
    const button = buttons.nth(place)
    await timed(() => button.click({ timeout: 2_000 }).catch(() => undefined))
    await page.keyboard.press('Escape')
    const back = element.getByRole('button', { name: /^(Back|Keep|All )/ })
    if (await back.first().isVisible()) await timed(() => back.first().click())
    await open()
    await page.waitForTimeout(100)
    const now = await page.evaluate(() => window.longList.slowest)
    await page.evaluate(() => (window.longList.slowest = 0))
    if (now > 100) log(`${name}: ${Math.round(now)} ms for "${label}"`)
    slowest = Math.max(slowest, now)
  }
  await page.close()
  return { slowest, work, rows: shown }
}

/** Runs in the page before the page's own scripts. */
const watchPresses = (): void => {
  const held = { slowest: 0 }
  window.longList = held
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ((entry as PerformanceEntry & { interactionId: number }).interactionId)
        held.slowest = Math.max(held.slowest, entry.duration)
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}
