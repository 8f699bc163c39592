import type { Browser } from 'playwright'
import type { RunnerTestCase } from 'vitest'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import type { VisitServerClient } from '../packages/sdk/src/index.ts'
import type { DemoOptions } from '../scripts/start-demo.ts'
import { explainFailure } from './explain-failure.ts'
import { startInHost } from './start-in-host.ts'
import { connectClinic, startOwnDemo } from './start-own-demo.ts'
import { launchForJourney } from './visit-journey.testing.ts'

type OwnDemo = Awaited<ReturnType<typeof startOwnDemo>>

/** Files run one after the other, and share it. It ends with this process. */
let shared: Promise<Browser> | null = null

/** `npm test` tries a journey that failed once more (docs/decisions/0130). */
const isSecondTry = ({ result }: Readonly<RunnerTestCase>): boolean => (result?.retryCount ?? 0) > 0

/** The browser of all journeys. What a file left open is closed. A second try gets a new browser. */
export const useBrowser = (): { readonly browser: Browser } => {
  let browser: Browser
  const open = async (): Promise<void> => {
    if (!(await shared)?.isConnected()) shared = null
    browser = await (shared ??= launchForJourney())
  }
  beforeAll(open)
  beforeEach(async ({ task }) => {
    if (!isSecondTry(task)) return
    // One that does not answer does not close either.
    void browser.close().catch(() => undefined)
    shared = null
    await open()
  })
  afterEach(({ task }) => explainFailure(task, browser))
  afterAll(() => Promise.all(browser.contexts().map((context) => context.close())))
  return {
    get browser() {
      return browser
    },
  }
}

/**
 * A demo for the tests of a file, or of one `describe`, and a browser. Available inside of tests. Each demo starts with the prepared data,
 * and a test that is tried once more gets a new one.
 * `postgresUrl`: on a database that is prepared with it, null for the embedded one. It then has processes of its own.
 * `ownProcesses`: for a test that kills the server.
 * `prepare`: for each demo that starts, with the clinic's own system connected to it. It is closed with the demo.
 */
export const useDemo = (
  options: Partial<Pick<DemoOptions, 'newcomers' | 'video' | 'videoMode'>> & {
    readonly postgresUrl?: () => Promise<string | null>
    readonly relay?: () => Promise<NonNullable<DemoOptions['relay']>>
    readonly ownProcesses?: boolean
    readonly prepare?: (clinic: VisitServerClient) => void | Promise<void>
  } = {},
): Omit<OwnDemo, 'stop'> & { readonly browser: Browser } => {
  let started: OwnDemo
  let clinic: VisitServerClient | null = null
  const start = async (): Promise<void> => {
    const { postgresUrl, relay, ownProcesses, prepare, ...more } = options
    started = await startOwnDemo({
      ...{ video: 'peer', ...more },
      ...(postgresUrl
        ? { postgresUrl: await postgresUrl() }
        : { postgresUrl: null, prepared: inject('preparedDemo'), ...(!ownProcesses && { start: startInHost }) }),
      ...(relay && { relay: await relay() }),
    })
    if (!prepare) return
    clinic = await connectClinic(started)
    await prepare(clinic)
  }
  const stop = async (): Promise<void> => {
    clinic?.close()
    await started?.stop()
  }
  beforeAll(start)
  afterAll(stop)
  // Pages are closed before their servers.
  const opened = useBrowser()
  beforeEach(async ({ task }) => {
    if (!isSecondTry(task)) return
    await stop()
    await start()
  })
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
    get textsUrl() {
      return started.textsUrl
    },
    get laboratoryUrl() {
      return started.laboratoryUrl
    },
    get inboxUrl() {
      return started.inboxUrl
    },
  }
}
