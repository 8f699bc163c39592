import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import type { Visit } from '../packages/sdk/src/index.ts'
import { launchCallFirefox } from '../scripts/launch-call-firefox.ts'
import { startRelay, type Relay } from './relay.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  expectMovingPicture,
  getReadyAndCheckIn,
  inTime,
  openBrowserFor,
  openTab,
  saveScreenshots,
  signIn,
  signInToQueue,
} from './visit-journey.testing.ts'

/*
 * A patient in Firefox and a clinician in Chromium: each joins first, and each reloads. The one who joins last makes the offer. Each looks
 * at another part of their portal during the call, and the patient moves it to another window.
 */

let relay: Relay
const journey = useDemo({
  relay: async () => {
    await relay?.stop()
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

const join = (page: Page): Promise<void> => page.getByRole('button', { name: /^Join (the visit|again)$/ }).click()
/** The call while its room is out of sight: in a window over all others, which Playwright sees as a page, or in the page. */
const smallWindows = async (page: Page): Promise<readonly Locator[]> => {
  const places = page
    .context()
    .pages()
    .map((one) => one.getByRole('region', { name: 'Your visit, in a small window' }))
  const shown = await Promise.all(places.map((place) => place.isVisible().catch(() => false)))
  return places.filter((_, index) => shown[index])
}
const smallWindow = async (page: Page): Promise<Locator> => {
  await expect.poll(() => smallWindows(page), { timeout: 10_000 }).toHaveLength(1)
  const [found] = await smallWindows(page)
  if (!found) throw new Error('The small window is gone.')
  await found.getByText('Your camera and microphone are on.').waitFor()
  return found
}
const smallWindowGone = (page: Page): Promise<void> =>
  expect.poll(() => smallWindows(page), { timeout: 10_000 }).toEqual([])
/** What the browser asks before a page is left. The person stays. */
const askedToStay = (page: Page): Promise<string> =>
  new Promise((resolve) => page.once('dialog', (dialog) => void dialog.dismiss().then(() => resolve(dialog.type()))))
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
  'sees the other move, in both orders of joining, after a reload on either side, out of sight, and in another window',
  { timeout: 150_000 },
  async () => {
    const patient = await openBrowserFor(firefox)
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

    await clinician.page.getByRole('tab', { name: 'Results', exact: true }).click()
    const overAll = await smallWindow(clinician.page)
    await overAll.getByRole('button', { name: 'Mute', exact: true }).click()
    await patient.page.locator('visit-video-room .nameplate').getByText('muted').waitFor({ state: 'attached' })
    await overAll.getByRole('button', { name: 'Back to the visit' }).click()
    await smallWindowGone(clinician.page)
    await seeEachOther('after the clinician came back to the room')

    // As a portal of one page shows another of its pages.
    const place = patient.page.locator('#step')
    await place.evaluate((element) => element.toggleAttribute('hidden', true))
    await smallWindow(patient.page)
    await place.evaluate((element) => element.toggleAttribute('hidden', false))
    await smallWindowGone(patient.page)

    const asked = [askedToStay(patient.page), askedToStay(clinician.page)] as const
    await patient.page.getByRole('link', { name: 'Record', exact: true }).click()
    await clinician.page.evaluate(() => location.assign('/'))
    expect(await inTime('the questions', Promise.all(asked))).toEqual(['beforeunload', 'beforeunload'])
    await seeEachOther('after both stayed')

    const other = await openTab(patient.context)
    await other.page.goto(patient.page.url())
    await other.page.getByRole('button', { name: 'Move the visit here' }).click()
    await patient.page.getByRole('heading', { name: 'The visit was moved' }).waitFor()
    await inTime('the other window', Promise.all([other, clinician].map(({ page }) => expectMovingPicture(page))))
    expect(await clinician.page.locator('visit-video-room [part=participant]').count()).toBe(1)
    await patient.page.getByRole('button', { name: 'Take it back here' }).click()
    await other.page.getByRole('heading', { name: 'The visit was moved' }).waitFor()
    await seeEachOther('after the visit was taken back')
    expect([...people, other].flatMap(({ faults }) => faults)).toEqual([])
    await Promise.all(people.map(({ context }) => context.close()))
  },
)
