import type { Page } from 'playwright'
import { afterAll, expect, it, onTestFailed } from 'vitest'
import { behindFirewall } from './behind-firewall.testing.ts'
import { startRelay, type Relay, type UdpPath } from './relay.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  expectMovingPicture,
  getReadyAndCheckIn,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
} from './visit-journey.testing.ts'

/*
 * From the picture to the sound to the telephone: a patient and a clinician in a call, when a third of the packets of the one begins to be
 * lost. Both keep talking without a picture, read a telephone number, and see each other again when the network is good.
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
afterAll(async () => {
  for (const path of paths) path.stop()
  await relay?.stop()
})

/** Samples of sound of the other person that have arrived. */
const soundOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const [connection] = (window.connectionsMade ?? []).filter((one) => one.connectionState === 'connected')
    let samples = 0
    for (const entry of (await connection?.getStats())?.values() ?? [])
      if (entry.type === 'inbound-rtp' && entry.kind === 'audio') samples += entry.packetsReceived ?? 0
    return samples
  })

it('goes on with sound and a telephone number while the network is weak', { timeout: 240_000 }, async () => {
  const patient = await openBrowserFor(journey.browser)
  const clinician = await openBrowserFor(journey.browser)
  const people = [patient, clinician]
  const pages = people.map(({ page }) => page)
  onTestFailed(() => saveScreenshots('weak-connection', people))
  paths.push(await behindFirewall(patient.context, relay), await behindFirewall(clinician.context, relay))

  await signInToQueue(clinician.page, `${journey.demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await signIn(patient.page, journey.demo.portalUrl, /Ana Duarte/)
  await bookFirstTime(patient.page, 'Urgent care')
  await getReadyAndCheckIn(patient.page)
  await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await patient.page.getByRole('button', { name: 'Join the visit' }).click()
  await Promise.all(pages.map(expectMovingPicture))

  paths[0]?.lose(0.35)
  for (const page of pages) {
    const said = page.getByText('The connection is too weak for a picture. Your camera is off')
    await said.waitFor({ timeout: 60_000 })
    await expect.poll(() => said.locator('a[href^="tel:"]').count()).toBe(1)
    await page.getByRole('button', { name: 'Camera on' }).waitFor()
  }
  await clinician.page.getByText('Only sound from Ana Duarte').waitFor()
  for (const page of pages) {
    const before = await soundOf(page)
    await expect.poll(() => soundOf(page), { timeout: 20_000 }).toBeGreaterThan(before + 100)
  }

  paths[0]?.lose(0)
  for (const page of pages) {
    await page.getByText('The connection is good again. You can turn your camera on.').waitFor({ timeout: 60_000 })
    await page.getByRole('status').getByRole('button', { name: 'Camera on' }).click()
  }
  await Promise.all(pages.map(expectMovingPicture))
  expect(people.flatMap(({ faults }) => faults)).toEqual([])
  await Promise.all(people.map(({ context }) => context.close()))
})
