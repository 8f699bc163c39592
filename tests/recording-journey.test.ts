import type { Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import { wayToBookedVisit } from './booking-words.testing.ts'
import { bringGuest } from './guest-in-room.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  endVisit,
  expectMovingPicture,
  getReadyAndCheckIn,
  openBrowserFor,
  readToTheEnd,
  saveScreenshots,
  signIn,
  signInToQueue,
} from './visit-journey.testing.ts'

const journey = useDemo()

/** The red mark, as each person has it on the screen. */
const mark = (page: Page) => page.locator('.state > .recording')

/** Control C42: everyone in the call agrees, who comes in later pauses it, anyone stops it, and the patient plays what was recorded. */
it('a call is recorded while everyone in it agrees, each sees it, and the patient plays it afterwards', async () => {
  const { portalUrl } = journey.demo
  const patient = await openBrowserFor(journey.browser)
  const doctor = await openBrowserFor(journey.browser)
  const guest = await openBrowserFor(journey.browser)
  const people = [patient, doctor, guest]
  onTestFailed(() => saveScreenshots('recording', people))
  const { page } = patient

  await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await signIn(page, portalUrl, /Ana Duarte/)
  const words = { ...wayToBookedVisit.en, choice: /Urgent care visit|Anyone who is free/ }
  await bookFirstTime(page, words.specialty, () => undefined, words)
  await getReadyAndCheckIn(page)
  await doctor.page.locator('#queue visit-queue').getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await page.getByRole('button', { name: 'Join the visit' }).click()
  await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))

  await doctor.page.getByRole('button', { name: 'Record', exact: true }).click()
  await readPromise(doctor.page, 'room-recording.notYet')
  await readPromise(page, 'room-recording.asksText')
  for (const each of [page, doctor.page]) expect(await mark(each).count()).toBe(0)
  await page.getByRole('button', { name: 'Agree', exact: true }).click()
  // The consent to recording is not signed yet: the portal shows it, and the call goes on.
  const name = page.getByLabel(/full name/i)
  await name.waitFor()
  await readToTheEnd(page)
  await name.fill('Ana Duarte')
  await page.getByRole('button', { name: 'I agree' }).click()
  await Promise.all([page, doctor.page].map((each) => mark(each).waitFor()))
  await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))
  // Longer than a piece.
  await doctor.page.waitForTimeout(6_000)

  await bringGuest(page, doctor.page, guest.page)
  await readPromise(guest.page, 'room-recording.asksText')
  for (const each of [page, doctor.page, guest.page]) expect(await mark(each).count()).toBe(0)
  await readPromise(doctor.page, 'room-recording.notYet')
  await guest.page.getByRole('button', { name: 'Agree', exact: true }).click()
  await Promise.all(people.map((each) => mark(each.page).waitFor()))
  await doctor.page.waitForTimeout(6_000)

  // It is shown for some seconds: awaited before it comes.
  const said = page.getByText('The recording has stopped. Nothing is recorded.').first().waitFor()
  await guest.page.getByRole('button', { name: 'Stop recording' }).click()
  await said
  await Promise.all(people.map((each) => mark(each.page).waitFor({ state: 'detached' })))
  await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))
  await endVisit(doctor.page)
  await page.locator('visit-summary').waitFor()

  await page.goto(`${portalUrl}/record`)
  await page.getByText('Recordings of visits').first().waitFor()
  const rows = page.locator('visit-record').getByRole('button', { name: /^Play: / })
  await rows.first().waitFor()
  expect(await rows.count()).toBe(2)
  await page.getByText('Recorded: clinician, patient, guest').waitFor()
  await rows.first().click()
  const video = page.locator('visit-record video')
  await video.waitFor()
  await expect.poll(() => video.evaluate((one) => (one as HTMLVideoElement).videoWidth)).toBe(640)
  await video.evaluate((one) => (one as HTMLVideoElement).play())
  await expect.poll(() => video.evaluate((one) => (one as HTMLVideoElement).currentTime)).toBeGreaterThan(0.5)

  await page.goto(`${portalUrl}/access`)
  await page
    .getByText(/the recording of your call/)
    .first()
    .waitFor()
  // That the consent is missing is the answer of the server to the patient's first yes.
  expect(patient.faults).toEqual([expect.stringMatching(/409 .*recording-answers$/)])
  for (const { faults } of [doctor, guest]) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
})
