import type { Browser } from 'playwright'
import { afterAll, beforeAll, inject } from 'vitest'
import type { DemoOptions } from '../scripts/start-demo.ts'
import { startOwnDemo } from './start-own-demo.ts'
import { launchForJourney } from './visit-journey.testing.ts'

type OwnDemo = Awaited<ReturnType<typeof startOwnDemo>>

/** A demo and a browser for the tests of a file, or of one `describe`. Available inside of tests. */
export const useDemo = (
  options: Pick<DemoOptions, 'newcomers'> & { readonly relay?: () => Promise<NonNullable<DemoOptions['relay']>> } = {},
): Omit<OwnDemo, 'stop'> & { readonly browser: Browser } => {
  let browser: Browser
  let started: OwnDemo
  beforeAll(async () => {
    browser = await launchForJourney()
    const { relay, ...more } = options
    started = await startOwnDemo({
      ...{ postgresUrl: null, video: 'peer', prepared: inject('preparedDemo'), ...more },
      ...(relay && { relay: await relay() }),
    })
  })
  afterAll(async () => {
    await started?.stop()
    await browser.close()
  })
  return {
    get browser() {
      return browser
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
