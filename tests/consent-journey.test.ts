import { expect, it } from 'vitest'
import { beginCall, bringGuest, joinAsGuest } from './guest-in-room.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { endVisit, expectMovingPicture, giveConsents, openTab } from './visit-journey.testing.ts'

const journey = useDemo()

it('a consent revoked during a call stops it for everyone, who read why as far as it concerns them; agreed again, they go on', async () => {
  const { portalUrl } = journey.demo
  const { patient, doctor, guest, people } = await beginCall(journey, 'consent')
  const { page } = patient
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
