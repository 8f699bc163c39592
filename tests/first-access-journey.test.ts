import type { Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

const journey = useDemo()

/** A member of the office finds the patient by name, and opens who saw the record. */
const openRecord = async (page: Page): Promise<void> => {
  const field = page.locator('#office-patient')
  await field.fill('Duarte')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await page.getByRole('button', { name: /Ana Duarte/ }).click()
  await page.locator('visit-audit-log').getByRole('heading', { name: 'Who saw this record' }).waitFor()
}

it('a patient asks for notices of new readers, and reads who opened the record for the first time', async () => {
  const { portalUrl } = journey.demo
  const [patient, officer, nurse] = [
    await openBrowserFor(journey.browser),
    await openBrowserFor(journey.browser),
    await openBrowserFor(journey.browser),
  ]
  const people = [patient, officer, nurse]
  onTestFailed(() => saveScreenshots('first-access', people))

  await signIn(officer.page, `${portalUrl}/desk`, /Robin Adler/)
  await openRecord(officer.page)

  await signIn(patient.page, portalUrl, /Ana Duarte/)
  await patient.page.locator('visit-appointments').waitFor()
  await patient.page.goto(`${portalUrl}/preferences`)
  const choice = patient.page.getByLabel('Someone new opens your record')
  await choice.waitFor()
  expect(await choice.isChecked()).toBe(false)
  await readPromise(patient.page, 'settings.accessHint')
  await choice.check()
  await patient.page.getByRole('button', { name: 'Save', exact: true }).click()
  await patient.page.getByText('Saved.', { exact: true }).first().waitFor()

  await officer.page.reload()
  await openRecord(officer.page)
  await signIn(nurse.page, `${portalUrl}/desk`, /Nia Brandt/)
  await nurse.page.getByRole('combobox', { name: 'Find a patient' }).fill('Duarte')
  await nurse.page.getByRole('option', { name: /Ana Duarte/ }).waitFor()

  // Where the link of the notice leads.
  await patient.page.goto(`${portalUrl}/access`)
  const log = patient.page.locator('visit-audit-log')
  const marked = log.getByRole('listitem').filter({ has: patient.page.getByText('First time', { exact: true }) })
  for (const end = Date.now() + 60_000; Date.now() < end && (await marked.count()) === 0;) {
    await patient.page.reload()
    await log
      .getByText(/Nia Brandt/)
      .first()
      .waitFor()
    await patient.page.waitForTimeout(2_000)
  }
  expect(await marked.count()).toBe(1)
  expect(await marked.textContent()).toContain('Nia Brandt')
  expect(await log.getByText(/Robin Adler/).count()).toBeGreaterThan(0)
  await readPromise(patient.page, 'audit-log.firstTime')

  await patient.page.goto(`${portalUrl}/preferences`)
  await choice.waitFor()
  await expect.poll(() => choice.isChecked()).toBe(true)
  // The officer may not see the patient's visits, around which a patient reads the accesses.
  for (const { faults } of [patient, nurse]) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
})
