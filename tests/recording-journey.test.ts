import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { beginCall, bringGuest } from './guest-in-room.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { endVisit, expectMovingPicture, readToTheEnd } from './visit-journey.testing.ts'

const journey = useDemo()

/** The red mark, as each person has it on the screen. */
const mark = (page: Page) => page.locator('.state > .recording')

/** The server has stored the first piece of a recording. */
const stored = (page: Page) =>
  page.waitForResponse((response) => response.ok() && /\/pieces\/0\?/.test(response.url()), { timeout: 60_000 })

/** Control C42: everyone in the call agrees, who comes in later pauses it, anyone stops it, and the patient plays what was recorded. */
it('a call is recorded while everyone in it agrees, each sees it, and the patient plays it afterwards', async () => {
  const { portalUrl } = journey.demo
  const { patient, doctor, guest, people } = await beginCall(journey, 'recording')
  const { page } = patient

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
  const ofTwo = stored(doctor.page)
  await page.getByRole('button', { name: 'I agree' }).click()
  await Promise.all([page, doctor.page].map((each) => mark(each).waitFor()))
  await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))
  await ofTwo

  await bringGuest(page, doctor.page, guest.page)
  await readPromise(guest.page, 'room-recording.asksText')
  for (const each of [page, doctor.page, guest.page]) expect(await mark(each).count()).toBe(0)
  await readPromise(doctor.page, 'room-recording.notYet')
  const ofThree = stored(doctor.page)
  await guest.page.getByRole('button', { name: 'Agree', exact: true }).click()
  await Promise.all(people.map((each) => mark(each.page).waitFor()))
  await ofThree

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
  expect(await rows.count()).toBeGreaterThan(1)
  await page
    .getByText(/^Recorded: .*guest/)
    .first()
    .waitFor()
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
  expect(guest.faults).toEqual([])
  // A piece that is sent when someone comes in, or stops it, is refused.
  expect(doctor.faults.filter((fault) => !/409 .*\/pieces\/\d+$/.test(fault))).toEqual([])
  for (const { context } of people) await context.close()
})
