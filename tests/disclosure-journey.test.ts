import { readFile } from 'node:fs/promises'
import { expect, it, onTestFailed } from 'vitest'
import { readPdf } from '../packages/reference-server/src/platform/documents/read-pdf.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

const journey = useDemo()

it('the privacy officer records a disclosure and one that is held back, and the patient reads and saves the first', async () => {
  const { portalUrl } = journey.demo
  const [officer, patient] = [await openBrowserFor(journey.browser), await openBrowserFor(journey.browser)]
  const people = [officer, patient]
  onTestFailed(() => saveScreenshots('disclosure', people))

  await signIn(officer.page, `${portalUrl}/desk`, /Robin Adler/)
  const desk = officer.page.locator('visit-privacy-desk')
  await desk.getByRole('tab', { name: 'Disclosures' }).click()
  await readPromise(officer.page, 'desk-disclosures.hint')
  await desk.getByRole('combobox', { name: 'Patient' }).fill('Duarte')
  await desk.getByRole('option', { name: /Ana Duarte/ }).click()
  await desk.getByText('Nothing was recorded by hand').waitFor()
  const record = async (purpose: string, name: string): Promise<void> => {
    await desk.getByRole('button', { name: 'Record a disclosure' }).click()
    await desk.getByLabel('Day of the disclosure').fill('2026-01-05')
    await desk.getByLabel('Purpose').selectOption(purpose)
    await desk.getByLabel('To whom').fill(name)
    await desk.getByLabel('What was disclosed, in brief').fill('The date of a visit.')
  }
  const save = () => desk.getByRole('button', { name: 'Save', exact: true }).click()
  await record('public-health', 'Sample County Health')
  await save()
  await desk.getByText('Sample County Health').waitFor()
  await record('law-enforcement', 'Sample County Sheriff')
  await desk.getByLabel(/The agency asked in law/).check()
  await desk.getByLabel('Last day on which it is held back').fill('2099-12-31')
  await desk.getByLabel('In writing').check()
  await desk.getByLabel('Which agency or official asked').fill('Deputy Sample')
  await save()
  await desk.getByText('Held back until December 31, 2099').waitFor()

  await signIn(patient.page, portalUrl, /Ana Duarte/)
  await patient.page.locator('visit-appointments').waitFor()
  await patient.page.goto(`${portalUrl}/settings`)
  await patient.page.getByRole('link', { name: /Your privacy/ }).click()
  const center = patient.page.locator('visit-privacy-center')
  await center.getByRole('button', { name: /Who your information went to/ }).click()
  await center.getByText('Sample County Health').waitFor()
  await readPromise(patient.page, 'disclosures.intro')
  await center.getByLabel(/Show all that we sent out/).check()
  await center.getByText('Sample County Health').waitFor()
  expect(await center.getByText('Sheriff').count()).toBe(0)

  const saving = patient.page.waitForEvent('download')
  await center.getByRole('button', { name: 'Get the list as a PDF' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe('disclosures.pdf')
  const { text } = await readPdf(new Uint8Array(await readFile(await download.path())))
  expect(text).toContain('The date of a visit.')
  expect(text).not.toContain('Sheriff')

  // What the officer corrects, the patient reads when the list is opened again.
  await desk.getByRole('button', { name: 'Correct: Sample County Health' }).click()
  await desk.getByLabel('What was disclosed, in brief').fill('The dates of two visits.')
  await desk.getByLabel('Why it is corrected').fill('One was forgotten.')
  await save()
  await desk.getByText('What it said before (1)').waitFor()
  await center.getByRole('button', { name: 'All of your privacy' }).click()
  await center.getByRole('button', { name: /Who your information went to/ }).click()
  await center.getByText('The dates of two visits.').waitFor()
  for (const { faults } of people) expect(faults).toEqual([])
  for (const { context } of people) await context.close()
})
