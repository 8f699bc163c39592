import { expect, it, onTestFailed } from 'vitest'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

const journey = useDemo()

it('the front desk corrects the insurance of a patient, who sees it change in their settings', async () => {
  const { portalUrl } = journey.demo
  const [patient, desk] = [await openBrowserFor(journey.browser), await openBrowserFor(journey.browser)]
  onTestFailed(() => saveScreenshots('insurance', [patient, desk]))

  await signIn(patient.page, portalUrl, /Ana Duarte/)
  await patient.page.locator('visit-appointments').waitFor()
  await patient.page.goto(`${portalUrl}/settings`)
  await patient.page.getByRole('button', { name: /^Your insurance/ }).click()
  await patient.page.getByText('LMH100200').waitFor()
  await readPromise(patient.page, 'insurance.hint')

  await signIn(desk.page, `${portalUrl}/desk`, /Jo Marsh/)
  const section = desk.page.getByRole('region', { name: 'Insurance of patients' })
  await section.getByRole('combobox', { name: 'Find a patient' }).fill('Duarte')
  await section.getByRole('option', { name: /Ana Duarte/ }).click()
  await section.getByRole('button', { name: 'Correct: Lakeside Mutual Health' }).click()
  await section.getByLabel('Member number').fill('LMH100299')
  await section.getByLabel('Group number').fill('GROUP-77')
  await section.getByRole('button', { name: 'Save insurance' }).click()

  // The patient's page changes by itself.
  await patient.page.getByText('LMH100299').waitFor()
  await patient.page.getByText('GROUP-77').waitFor()
  expect(await patient.page.getByText('LMH100200').count()).toBe(0)

  // The payer of the new number was asked, and its answer arrives at the desk. The desk shows that a number is wrong, with what to do.
  await section.getByText('Active', { exact: true }).waitFor()
  await section.getByRole('button', { name: 'Correct: Lakeside Mutual Health' }).click()
  await section.getByLabel('Member number').fill('REFUSED72A')
  await section.getByRole('button', { name: 'Save insurance' }).click()
  await section.getByText('Not known to the payer').waitFor()
  await section.getByText(/Compare the member number, the name and the date of birth/).waitFor()

  // A second insurance, entered from the card: the patient sees who pays second.
  await section.getByRole('button', { name: 'Add insurance' }).click()
  await section.getByLabel('Payer', { exact: true }).selectOption({ label: 'Federal Senior Care' })
  await section.getByText('On Medicare the patient is the insured person.').waitFor()
  await section.getByLabel('Member number').fill('MBI1000A')
  await section.getByRole('button', { name: 'Save insurance' }).click()
  await section.getByText('Choose why another payer pays before Medicare.').waitFor()
  await section.getByLabel('Why another payer pays before Medicare').selectOption('working-aged')
  await section.getByRole('button', { name: 'Save insurance' }).click()
  await patient.page.getByText('Pays second').waitFor()
  await patient.page.getByText('Federal Senior Care').waitFor()
})
