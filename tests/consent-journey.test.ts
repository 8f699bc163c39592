import type { Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import { wayToBookedVisit } from './booking-words.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  endVisit,
  expectMovingPicture,
  getReadyAndCheckIn,
  giveConsents,
  openBrowserFor,
  openTab,
  saveScreenshots,
  signIn,
  signInToQueue,
} from './visit-journey.testing.ts'

const journey = useDemo()

/** The patient invites, the guest uses the code, and the clinician lets them in. */
const bringGuest = async (patient: Page, doctor: Page, guest: Page): Promise<void> => {
  const room = patient.locator('visit-video-room')
  await room.getByRole('button', { name: /^Guests/ }).click()
  await room.getByLabel('Name of the guest').fill('Maria Gomez')
  await room.getByLabel('Who is it?').selectOption({ label: 'An interpreter' })
  await room.getByRole('button', { name: 'Make a code' }).click()
  const code = await room.locator('.given output.secret').innerText()
  const address = await room.locator('.given output').first().innerText()
  await room.locator('dialog.guests').getByRole('button', { name: 'Close', exact: true }).click()
  await guest.goto(address)
  await guest.getByLabel('Invitation code').fill(code)
  await guest.getByLabel('Your name').fill('Maria Gomez')
  await guest.getByRole('button', { name: 'Ask to join' }).click()
  await doctor.locator('visit-video-room .admit-guest').click()
  await joinAsGuest(guest)
}

const joinAsGuest = async (guest: Page): Promise<void> => {
  await guest.getByRole('button', { name: 'Join the visit' }).click()
  await guest.locator('.nameplate').filter({ hasText: 'Ana Duarte' }).waitFor()
}

it('a consent revoked during a call stops it for everyone, who read why as far as it concerns them; agreed again, they go on', async () => {
  const { portalUrl } = journey.demo
  const patient = await openBrowserFor(journey.browser)
  const doctor = await openBrowserFor(journey.browser)
  const guest = await openBrowserFor(journey.browser)
  const people = [patient, doctor, guest]
  onTestFailed(() => saveScreenshots('consent', people))
  const { page } = patient

  await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await signIn(page, portalUrl, /Ana Duarte/)
  const words = { ...wayToBookedVisit.en, choice: /Urgent care visit|Anyone who is free/ }
  await bookFirstTime(page, words.specialty, () => undefined, words)
  await getReadyAndCheckIn(page)
  await doctor.page.locator('#queue visit-queue').getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await page.getByRole('button', { name: 'Join the visit' }).click()
  await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))
  await bringGuest(page, doctor.page, guest.page)

  const settings = await openTab(patient.context)
  await settings.page.goto(`${portalUrl}/settings`)
  await settings.page.getByRole('button', { name: 'What you agreed to' }).click()
  await settings.page
    .getByRole('button', { name: /^Take it back/ })
    .first()
    .click()
  await readPromise(settings.page, 'settings.takeBackText')
  await settings.page.getByRole('button', { name: 'Yes, take it back' }).click()
  await settings.page.getByText('You took it back.').first().waitFor()

  await readPromise(doctor.page, 'during-call.stoppedByPatient')
  await readPromise(doctor.page, 'during-call.stoppedWait')
  expect(await doctor.page.locator('visit-video-room video').count()).toBe(0)
  await readPromise(guest.page, 'guest-room.stoppedText')
  await readPromise(guest.page, 'guest-room.stoppedNext')
  expect(await guest.page.locator('video').count()).toBe(0)
  await page.bringToFront()
  await readPromise(page, 'during-call.stoppedText')
  expect(await page.locator('visit-video-room video').count()).toBe(0)

  await page.getByRole('button', { name: 'Read it again' }).click()
  await giveConsents(page)
  await Promise.all([page, doctor.page].map((each) => each.getByRole('button', { name: 'Join again' }).click()))
  await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))
  await joinAsGuest(guest.page)
  await endVisit(doctor.page)
  await page.locator('visit-summary').waitFor()
  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
})
