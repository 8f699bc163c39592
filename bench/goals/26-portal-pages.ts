import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { chromium } from 'playwright'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { demoPortCount, demoPortsFrom } from '../../scripts/demo-ports.ts'
import { findBrowser } from '../../scripts/find-browser.ts'
import { freePorts } from '../../scripts/free-ports.ts'
import { startDemo, type Demo } from '../../scripts/start-demo.ts'
import { verdictOf, type MeasureGoal } from '../goal.ts'
import { median } from '../statistics.ts'

interface Side {
  readonly signIn: string
  readonly name: RegExp
  readonly paths: readonly string[]
}

/** Every page of the demo's portal that opens with an address. */
const sides: readonly Side[] = [
  {
    signIn: '/',
    name: /Ana Duarte/,
    paths: ['home', 'book', 'messages', 'record', 'summaries', 'bills', 'access', 'settings', 'preferences', 'family'],
  },
  { signIn: '/clinic', name: /Dr Grace Oyelaran/, paths: ['clinic'] },
]

interface PageLook {
  readonly shift: number
  /** Milliseconds from the start of the navigation to the first content of the page's element, and what moved the most. */
  readonly content: number
  readonly moved: string
}

/** How still each page of the portal is while it loads, and how soon its element shows content. */
export const measure: MeasureGoal = async (run) => {
  await buildIfStale('elements', run.log)
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-bench-demo-'))
  const ports = demoPortsFrom(await freePorts(demoPortCount))
  const demo = await startDemo({ folder, ports, postgresUrl: null, video: 'peer', log: () => undefined })
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  const looks = new Map<string, PageLook[]>()
  try {
    for (const side of sides)
      for (const width of [1440, 390]) await lookAt(browser, demo, side, width, run.quick ? 1 : 3, looks)
  } finally {
    await browser.close()
    await demo.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const rows = Array.from(looks, ([name, all]) => ({
    name,
    shift: Math.max(...all.map(({ shift }) => shift)),
    content: median(all.map(({ content }) => content)),
    moved: all.toSorted((a, b) => b.shift - a.shift)[0]?.moved ?? '',
  }))
  for (const { name, shift, content, moved } of rows)
    run.log(`${name}: shift ${shift.toFixed(3)}${moved ? ` (${moved})` : ''}, content ${Math.round(content)} ms`)
  const worst = (part: 'shift' | 'content') => rows.toSorted((a, b) => b[part] - a[part]).slice(0, 3)
  const [still] = worst('shift')
  const [slow] = worst('content')
  const how = `Chromium, headless, at 1440 and 390 pixels, signed in, ${run.quick ? 1 : 3} loads of each of ${rows.length / 2} pages of the demo, which runs on the same machine. The first content is the first moment at which the elements of the page show text and no skeleton.`
  return [
    {
      goal: '26',
      what: 'Pages of the portal: largest layout shift of any load',
      gate: '<= 0.02',
      stretch: '0',
      measured: worst('shift')
        .map(({ name, shift }) => `${name} ${shift.toFixed(3)}`)
        .join(', '),
      verdict: verdictOf(still?.shift ?? Infinity, { gate: 0.02, stretch: 0, is: 'at most' }),
      how,
    },
    {
      goal: '26',
      what: 'Pages of the portal: first content of the slowest page (median of its loads)',
      gate: '<= 300 ms',
      stretch: '200 ms',
      measured: worst('content')
        .map(({ name, content }) => `${name} ${Math.round(content)} ms`)
        .join(', '),
      verdict: verdictOf(slow?.content ?? Infinity, { gate: 300, stretch: 200, is: 'at most' }),
      how,
    },
  ]
}

const lookAt = async (
  browser: Browser,
  demo: Demo,
  { signIn, name, paths }: Side,
  width: number,
  repeats: number,
  looks: Map<string, PageLook[]>,
): Promise<void> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, timezoneId: 'America/New_York' })
  await context.addInitScript(watchPage)
  const page = await context.newPage()
  await page.goto(`${demo.portalUrl}${signIn}`)
  const link = page.getByRole('link', { name: 'Sign in', exact: true })
  if (await link.isVisible()) await link.click()
  await page.getByRole('button', { name }).click()
  await page.locator('visit-provider').waitFor({ state: 'attached' })
  for (let repeat = 0; repeat <= repeats; repeat++)
    for (const path of paths) {
      const look = await loadOnce(page, `${demo.portalUrl}/${path}`)
      const known = looks.get(`${path} at ${width}`) ?? []
      // The first load fills the browser's cache, as the visit before did for a person.
      looks.set(`${path} at ${width}`, repeat === 0 ? known : [...known, look])
    }
  await context.close()
}

interface Seen {
  shift: number
  moved: string
  content: number
}
declare global {
  interface Window {
    portalSeen: Seen
  }
}

const loadOnce = async (page: Page, url: string): Promise<PageLook> => {
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.portalSeen.content > 0, null, { timeout: 60_000, polling: 50 })
  // What is loaded after the first content must not move it.
  await page.waitForTimeout(1_500)
  return page.evaluate(() => window.portalSeen)
}

/** Runs in the page before the page's own scripts. */
const watchPage = (): void => {
  const seen: Seen = { shift: 0, moved: '', content: 0 }
  window.portalSeen = seen
  let most = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: readonly { readonly node: Node | null }[]
      }
      if (shift.hadRecentInput) continue
      seen.shift += shift.value
      if (shift.value <= most) continue
      most = shift.value
      seen.moved = shift.sources
        .map(({ node }) => (node instanceof Element ? `${node.localName}.${node.className}` : (node?.nodeName ?? '')))
        .join(' ')
        .slice(0, 120)
    }
  }).observe({ type: 'layout-shift', buffered: true })
  const isReady = (host: Element): boolean => {
    const root = host.shadowRoot
    if (!root || root.querySelector('.skeleton, [aria-busy=true]')) return false
    return [...root.children].some(
      (child) => child.localName !== 'style' && (child as HTMLElement).innerText.trim() !== '',
    )
  }
  const look = (): void => {
    const hosts = [...document.querySelectorAll('*')].filter(
      ({ localName }) => localName.startsWith('visit-') && localName !== 'visit-provider',
    )
    const shown = hosts.filter((host) => host.checkVisibility())
    if (shown.length === 0 || !shown.every(isReady)) return void requestAnimationFrame(look)
    requestAnimationFrame(() => setTimeout(() => (seen.content = performance.now())))
  }
  requestAnimationFrame(look)
}
