import { expect, it, onTestFailed } from 'vitest'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  getReadyAndCheckIn,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
  type WatchedPage,
} from './visit-journey.testing.ts'

const journey = useDemo()

it('a colleague covers for a practitioner, who sees it and ends it, and the patient reads who covered', async () => {
  const { demo } = journey
  const [patient, clinician, colleague] = [
    await openBrowserFor(journey.browser),
    await openBrowserFor(journey.browser),
    await openBrowserFor(journey.browser),
  ]
  const people: readonly WatchedPage[] = [patient, clinician, colleague]
  onTestFailed(() => saveScreenshots('cover', people))

  await signIn(patient.page, demo.portalUrl, /Ana Duarte/)
  await bookFirstTime(patient.page, 'Urgent care')
  await getReadyAndCheckIn(patient.page)

  await signInToQueue(clinician.page, `${demo.portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await clinician.page.getByRole('button', { name: 'Admit Ana Duarte' }).waitFor()

  await signInToQueue(colleague.page, `${demo.portalUrl}/clinic`, /Dr Tomas Lindqvist/)
  await colleague.page.getByText('Nobody is waiting').waitFor()
  await colleague.page.getByLabel('Queue of').selectOption({ label: 'Dr Grace Oyelaran' })
  const queue = colleague.page.locator('#queue visit-queue')
  await queue.getByText('This belongs to a colleague').waitFor()
  expect(await queue.textContent()).not.toContain('Ana Duarte')

  await queue.getByRole('button', { name: 'Take cover' }).click()
  await readPromise(colleague.page, 'cover-step.record')
  await queue.getByLabel('Why').selectOption({ label: 'They are not here' })
  await queue.getByRole('button', { name: 'Take cover' }).click()
  await queue.getByText('Ana Duarte').first().waitFor()
  await queue
    .getByRole('listitem')
    .getByText(/You cover for Dr Grace Oyelaran until/)
    .waitFor()
  await readPromise(colleague.page, 'covers.byYou')
  await readPromise(clinician.page, 'covers.forYou')

  await clinician.page.getByRole('button', { name: 'End cover by Dr Tomas Lindqvist' }).click()
  await queue.getByText('This belongs to a colleague').waitFor()
  expect(await queue.getByText('Ana Duarte').count()).toBe(0)

  await patient.page.getByRole('link', { name: 'Record', exact: true }).click()
  await patient.page.getByRole('link', { name: 'Who saw my record' }).click()
  await patient.page
    .locator('visit-audit-log')
    .getByText(/Dr Tomas Lindqvist.*, covering for Dr Grace Oyelaran/)
    .first()
    .waitFor()
  await readPromise(patient.page, 'audit-log.intro')

  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of [patient, clinician, colleague]) await context.close()
})
