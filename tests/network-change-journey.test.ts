import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { launchCallFirefox } from '../scripts/launch-call-firefox.ts'
import { behindFirewall } from './behind-firewall.testing.ts'
import { startRelay, type Relay, type UdpPath } from './relay.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  expectMovingPicture,
  getReadyAndCheckIn,
  inTime,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
} from './visit-journey.testing.ts'

/*
 * A patient in Firefox and a clinician in Chromium, each behind a firewall through which only the relay is reached. In the call the network of
 * the one changes, then that of the other: all packets come from another address, and what the relay and the browsers have agreed is void.
 */

let relay: Relay
const paths: UdpPath[] = []
const journey = useDemo({
  relay: async () => {
    await relay?.stop()
    relay = await startRelay()
    return { stunUrls: [], urls: [`turn:127.0.0.1:${relay.port}?transport=udp`], secret: relay.secret }
  },
})
let firefox: Browser
beforeAll(async () => {
  firefox = await launchCallFirefox()
})
afterAll(async () => {
  await firefox?.close()
  for (const path of paths) path.stop()
  await relay?.stop()
})

const behindRelay = async (context: BrowserContext): Promise<UdpPath> => {
  const path = await behindFirewall(context, relay)
  paths.push(path)
  return path
}

/** Whether the room has said since the last call that the connection broke, however briefly: the other side may repair it at once. */
const hasSaidBroken = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const before = window.saidBroken
    window.saidBroken = false
    return before === true
  })

const watchForBroken = (page: Page): Promise<void> =>
  page.locator('visit-video-room').evaluate((room) => {
    window.saidBroken = false
    new MutationObserver(() => {
      window.saidBroken ||= room.shadowRoot?.textContent?.includes('The connection to') === true
    }).observe(room.shadowRoot ?? room, { subtree: true, childList: true, characterData: true })
  })

declare global {
  interface Window {
    saidBroken?: boolean
  }
}

it('sees the other move again after the network of either side changed', { timeout: 180_000 }, async () => {
  const patient = await openBrowserFor(firefox)
  const clinician = await openBrowserFor(journey.browser)
  const people = [patient, clinician]
  onTestFailed(() => saveScreenshots('network-change', people))
  const sides = [
    { ...patient, path: await behindRelay(patient.context), name: 'Firefox' },
    { ...clinician, path: await behindRelay(clinician.context), name: 'Chromium' },
  ]
  const seeEachOther = (when: string): Promise<unknown> =>
    inTime(`pictures ${when}`, Promise.all(people.map(({ page }) => expectMovingPicture(page))), 60_000)

  await signInToQueue(clinician.page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await signIn(patient.page, journey.demo.portalUrl, /Ana Duarte/)
  await bookFirstTime(patient.page, 'Urgent care')
  await getReadyAndCheckIn(patient.page)
  await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await clinician.page.getByText('Waiting for the patient to join').waitFor()
  await patient.page.getByRole('button', { name: 'Join the visit' }).click()
  await seeEachOther('through the relay')

  for (const { page } of people) await watchForBroken(page)
  const saidByAny = async (): Promise<boolean> =>
    (await Promise.all(people.map(({ page }) => hasSaidBroken(page)))).includes(true)
  for (const { path, name } of sides) {
    path.changeAddress()
    await expect.poll(() => saidByAny(), { message: `someone reads it, ${name}`, timeout: 40_000 }).toBe(true)
    await seeEachOther(`after the network of ${name} changed`)
    for (const { page } of people) await hasSaidBroken(page)
  }
  expect(people.flatMap(({ faults }) => faults)).toEqual([])
  await Promise.all(people.map(({ context }) => context.close()))
})
