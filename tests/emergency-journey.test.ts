import { expect, it, onTestFailed } from 'vitest'
import { mailTo } from './mails.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

const journey = useDemo()

it('a clinician opens a chart in an emergency, the patient reads who and why, and a privacy officer reviews it', async () => {
  const { portalUrl } = journey.demo
  const [patient, clinician, officer] = [
    await openBrowserFor(journey.browser),
    await openBrowserFor(journey.browser),
    await openBrowserFor(journey.browser),
  ]
  const people = [patient, clinician, officer]
  onTestFailed(() => saveScreenshots('emergency', people))

  await signIn(officer.page, `${portalUrl}/desk`, /Robin Adler/)
  const inbox = officer.page.locator('visit-inbox')
  await inbox.getByText('Nothing is waiting for you.').waitFor()

  await signIn(clinician.page, `${portalUrl}/clinic`, /Dr Elif Aydin/)
  await clinician.page.getByRole('combobox', { name: 'Find a patient' }).fill('Duarte')
  await clinician.page.getByRole('option', { name: /Ana Duarte/ }).click()
  const chart = clinician.page.locator('visit-chart').last()
  await chart.getByText('You do not treat this patient').waitFor()
  expect(await chart.getByText('Allergies').count()).toBe(0)
  await chart.getByRole('button', { name: 'Open in an emergency' }).click()
  await readPromise(clinician.page, 'emergency.record')
  await chart.getByLabel('Reason').selectOption({ label: 'The patient cannot answer' })
  await chart.getByLabel('What happened').fill('Found unconscious at the front door.')
  await chart.getByRole('button', { name: 'Open the chart' }).click()
  await chart.getByText('minutes left').waitFor()
  await chart.getByRole('heading', { name: 'Allergies' }).waitFor()
  await readPromise(clinician.page, 'emergency.told')
  const subject = 'A record was opened in an emergency'
  const { text } = await mailTo(journey.inboxUrl, 'robin.adler@mail.example', subject)
  for (const name of ['Ana', 'Duarte', 'Aydin', 'unconscious']) expect(text).not.toContain(name)
  await clinician.page.locator('visit-chart').first().getByText('minutes left').waitFor()

  // The patient's page, and the officer's by itself.
  await signIn(patient.page, portalUrl, /Ana Duarte/)
  await patient.page.locator('visit-appointments').waitFor()
  await patient.page.goto(`${portalUrl}/access`)
  const log = patient.page.locator('visit-audit-log')
  const entry = log.getByRole('listitem').filter({ hasText: /Dr Elif Aydin/ })
  await entry.first().waitFor()
  expect(await entry.first().textContent()).toContain('because you could not answer in an emergency')
  expect(await entry.first().textContent()).toContain('Emergency')
  expect(await log.getByText('Found unconscious').count()).toBe(0)

  await inbox.getByText('Emergency accesses to review (1)').waitFor()
  await inbox.getByText('Found unconscious at the front door.').waitFor()
  await inbox.getByText(/opened by Dr Elif Aydin/).waitFor()
  await inbox.getByText('Open now').waitFor()

  await chart.getByRole('button', { name: 'End now' }).click()
  await chart.getByText('You do not treat this patient').waitFor()
  expect(await chart.getByRole('heading', { name: 'Allergies' }).count()).toBe(0)

  await inbox.getByText('Open now').waitFor({ state: 'detached' })
  await inbox.getByRole('button', { name: 'Review: Ana Duarte' }).click()
  await inbox.getByLabel('Not clear yet: more information is needed').check()
  await inbox.getByLabel('Note').fill('Who was with you?')
  await inbox.getByRole('button', { name: 'Save the review' }).click()
  await inbox.getByText('Robin Adler asked: Who was with you?').waitFor()
  await inbox.getByRole('button', { name: 'Review: Ana Duarte' }).click()
  await inbox.getByLabel('Appropriate', { exact: true }).check()
  await inbox.getByRole('button', { name: 'Save the review' }).click()
  await inbox.getByText('Nothing is waiting for you.').waitFor()

  for (const { context } of people) await context.close()
})
