import type { Browser } from 'playwright'
import { afterAll, beforeAll, inject } from 'vitest'
import type { DemoOptions } from '../scripts/start-demo.ts'
import { startInHost } from './start-in-host.ts'
import { startOwnDemo } from './start-own-demo.ts'
import { launchForJourney } from './visit-journey.testing.ts'

type OwnDemo = Awaited<ReturnType<typeof startOwnDemo>>

/** Files run one after the other, and share it. It ends with this process. */
let shared: Promise<Browser> | null = null

/** The browser of all journeys. What a file left open is closed. */
export const useBrowser = (): { readonly browser: Browser } => {
  let browser: Browser
  beforeAll(async () => {
    if (!(await shared)?.isConnected()) shared = null
    browser = await (shared ??= launchForJourney())
  })
  afterAll(() => Promise.all(browser.contexts().map((context) => context.close())))
  return {
    get browser() {
      return browser
    },
  }
}

/**
 * A demo for the tests of a file, or of one `describe`, and a browser. Available inside of tests. Each demo starts with the prepared data.
 * `ownProcesses`: for a test that kills the server.
 */
export const useDemo = (
  options: Pick<DemoOptions, 'newcomers'> & {
    readonly relay?: () => Promise<NonNullable<DemoOptions['relay']>>
    readonly ownProcesses?: boolean
  } = {},
): Omit<OwnDemo, 'stop'> & { readonly browser: Browser } => {
  let started: OwnDemo
  beforeAll(async () => {
    const { relay, ownProcesses, ...more } = options
    started = await startOwnDemo({
      ...{ postgresUrl: null, video: 'peer', prepared: inject('preparedDemo'), ...more },
      ...(relay && { relay: await relay() }),
      ...(!ownProcesses && { start: startInHost }),
    })
  })
  afterAll(() => started?.stop())
  // Pages are closed before their servers.
  const opened = useBrowser()
  return {
    get browser() {
      return opened.browser
    },
    get demo() {
      return started.demo
    },
    get folder() {
      return started.folder
    },
    get clearinghouseUrl() {
      return started.clearinghouseUrl
    },
    get inboxUrl() {
      return started.inboxUrl
    },
  }
}
