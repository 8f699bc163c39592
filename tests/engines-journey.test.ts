import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import type { Visit } from '../packages/sdk/src/index.ts'
import { launchCallFirefox } from '../scripts/launch-call-firefox.ts'
import { startRelay, type Relay } from './relay.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  expectMovingPicture,
  getReadyAndCheckIn,
  inNewYork,
  inTime,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
} from './visit-journey.testing.ts'

/* A patient in Firefox and a clinician in Chromium: each joins first, and each reloads. The one who joins last makes the offer. */

let relay: Relay
const journey = useDemo({
  relay: async () => {
    relay = await startRelay()
    const at = `127.0.0.1:${relay.port}`
    return {
      stunUrls: [`stun:${at}`],
      urls: [`turn:${at}?transport=udp`, `turn:${at}?transport=tcp`],
      secret: relay.secret,
    }
  },
})
afterAll(() => relay?.stop())

let firefox: Browser
beforeAll(async () => {
  firefox = await launchCallFirefox()
})
afterAll(() => firefox?.close())

const { permissions: _, ...withoutPermissions } = inNewYork

/** Firefox asks for the icon of a page that has none, and the page's own policy refuses it. */
const isOfFirefox = (fault: string): boolean => fault.includes('/favicon.ico')

const join = (page: Page): Promise<void> => page.getByRole('button', { name: /^Join (the visit|again)$/ }).click()
const leave = (page: Page): Promise<void> =>
  page.locator('visit-video-room').getByRole('button', { name: 'Leave', exact: true }).click()

/** The check in the waiting room. Resolves with what the server keeps of it. */
const checkDevices = async (page: Page): Promise<Visit['deviceCheck']> => {
  const check = page.locator('visit-device-check')
  const kept = page.waitForResponse(
    async (response) => response.url().endsWith('/device-check') && (await response.text()).includes('roundTripMs'),
  )
  await check.getByRole('button', { name: 'Start the check' }).click()
  await check.getByText(/ms there and back/).waitFor()
  const { deviceCheck } = (await (await kept).json()) as Visit
  await check.getByRole('button', { name: 'Done, turn the camera off' }).click()
  return deviceCheck
}

it(
  'sees the other move, in both orders of joining and after a reload on either side',
  { timeout: 90_000 },
  async () => {
    const patient = await openBrowserFor(firefox, withoutPermissions)
    const clinician = await openBrowserFor(journey.browser)
    const people = [patient, clinician]
    onTestFailed(() => saveScreenshots('engines', people))
    const seeEachOther = (when: string): Promise<unknown> =>
      inTime(`pictures ${when}`, Promise.all(people.map(({ page }) => expectMovingPicture(page))))

    await signInToQueue(clinician.page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await signIn(patient.page, journey.demo.portalUrl, /Ana Duarte/)
    await bookFirstTime(patient.page, 'Urgent care')
    await getReadyAndCheckIn(patient.page)
    expect(await inTime('the device check', checkDevices(patient.page))).toMatchObject({
      ...{ camera: 'ok', microphone: 'ok' },
      network: { relayUdp: 'reached', relayTcp: 'reached', path: 'relay', lostPermille: expect.any(Number) },
    })
    await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await clinician.page.getByText('Waiting for the patient to join').waitFor()

    await join(patient.page)
    await seeEachOther('after Firefox joined last')

    await patient.page.reload()
    await join(patient.page)
    await seeEachOther('after Firefox reloaded')

    await clinician.page.reload()
    await seeEachOther('after Chromium reloaded')

    await Promise.all(people.map(({ page }) => leave(page)))
    await join(patient.page)
    await patient.page.getByText('Waiting for Dr Grace Oyelaran to join').waitFor()
    await clinician.page.getByRole('tab', { name: 'Queue', exact: true }).click()
    await clinician.page.getByRole('button', { name: 'Open room with Ana Duarte' }).click()
    await seeEachOther('after Chromium joined last')
    expect(people.flatMap(({ faults }) => faults).filter((fault) => !isOfFirefox(fault))).toEqual([])
    await Promise.all(people.map(({ context }) => context.close()))
  },
)
