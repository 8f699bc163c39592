import type { Browser, Page } from 'playwright'
import { onTestFailed } from 'vitest'
import { wayToBookedVisit } from './booking-words.testing.ts'
import {
  bookFirstTime,
  expectMovingPicture,
  getReadyAndCheckIn,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
} from './visit-journey.testing.ts'

/** Patient and clinician are in a call, and a third browser is open for a guest. `name`: of the screenshots if the test fails. */
export const beginCall = async (
  journey: { readonly demo: { readonly portalUrl: string }; readonly browser: Browser },
  name: string,
) => {
  const { portalUrl } = journey.demo
  const patient = await openBrowserFor(journey.browser)
  const doctor = await openBrowserFor(journey.browser)
  const guest = await openBrowserFor(journey.browser)
  const people = [patient, doctor, guest]
  onTestFailed(() => saveScreenshots(name, people))
  const { page } = patient

  await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await signIn(page, portalUrl, /Ana Duarte/)
  const words = { ...wayToBookedVisit.en, choice: /Urgent care visit|Anyone who is free/ }
  await bookFirstTime(page, words.specialty, () => undefined, words)
  await getReadyAndCheckIn(page)
  await doctor.page.locator('#queue visit-queue').getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await page.getByRole('button', { name: 'Join the visit' }).click()
  await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))
  return { patient, doctor, guest, people }
}

/** The patient invites, the guest uses the code, and the clinician lets them in. */
export const bringGuest = async (patient: Page, doctor: Page, guest: Page): Promise<void> => {
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

export const joinAsGuest = async (guest: Page): Promise<void> => {
  await guest.getByRole('button', { name: 'Join the visit' }).click()
  await guest.locator('.nameplate').filter({ hasText: 'Ana Duarte' }).waitFor()
}
