import { expect, it, onTestFailed } from 'vitest'
import { waitingPatient } from './note-flow.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn, type WatchedPage } from './visit-journey.testing.ts'

const journey = useDemo()

it('opens a prescription that an administrator added to an order set, and signs it only when the clinician does', async () => {
  const people: WatchedPage[] = []
  onTestFailed(() => saveScreenshots('note-flow-set', people))
  const office = await openBrowserFor(journey.browser)
  people.push(office)
  const settings = office.page.locator('visit-clinic-settings')
  await signIn(office.page, `${journey.demo.portalUrl}/desk`, /Alex Winter/)
  await settings.getByRole('button', { name: /^Order sets/ }).click()
  await settings.getByRole('button', { name: 'Add an order set' }).click()
  await settings.getByLabel('Name in English').fill('Harbor knee')
  await readPromise(office.page, 'order-sets.prescriptionsHint')
  await settings.getByRole('combobox', { name: 'Add a prescription' }).fill('ibuprofen')
  await settings.getByRole('listbox', { name: 'Add a prescription' }).getByRole('option').first().click()
  await settings.getByLabel('How often').fill('3')
  await settings.getByLabel('Days', { exact: true }).fill('5')
  await settings.getByLabel('Refills').fill('1')
  await settings.getByRole('button', { name: 'Add to the set' }).click()
  await settings.getByText(/3 times a day for 5 days/).waitFor()
  await settings.getByRole('button', { name: 'Save', exact: true }).click()
  await settings.getByText('Harbor knee').waitFor()

  const page = await waitingPatient(journey, people)
  const note = page.locator('visit-note-editor')
  const pad = note.locator('visit-prescription-pad')
  await page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await note.getByRole('combobox', { name: 'Order set' }).fill('harbor')
  await note.getByRole('option', { name: /Harbor knee/ }).click()
  await note.getByRole('button', { name: /^Prescribe: ibuprofen/ }).click()
  await pad.getByText('Take 1 tablet by mouth 3 times a day for 5 days.').waitFor()
  expect(await pad.getByLabel('Quantity').inputValue()).toBe('15')
  expect(await pad.getByLabel('Refills').inputValue()).toBe('1')
  await pad
    .getByText(/No allergy, duplicate or interaction found|alert/)
    .first()
    .waitFor()
  expect(await note.getByText('The prescription is signed.').count()).toBe(0)
  await pad.getByRole('button', { name: 'Sign and send', exact: true }).click()
  await pad.getByRole('button', { name: 'Sign and send now' }).click()
  await note.getByText('The prescription is signed.').first().waitFor()
  expect(people.flatMap(({ faults }) => faults)).toEqual([])
})
