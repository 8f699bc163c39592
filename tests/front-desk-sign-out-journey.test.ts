import { expect, it, onTestFailed } from 'vitest'
import { useDemo } from './use-demo.ts'
import { openBrowserFor, saveScreenshots, signIn } from './visit-journey.testing.ts'

const journey = useDemo()

it('the front desk signs a patient out on every device, whose open page ends at once, and who can sign in again', async () => {
  const { portalUrl } = journey.demo
  const [phone, laptop, desk] = await Promise.all([1, 2, 3].map(() => openBrowserFor(journey.browser)))
  if (!phone || !laptop || !desk) throw new Error('a browser is missing')
  onTestFailed(() => saveScreenshots('sign-out', [phone, laptop, desk]))

  for (const device of [phone, laptop]) {
    await signIn(device.page, portalUrl, /Ana Duarte/)
    await device.page.locator('visit-appointments').waitFor()
  }

  await signIn(desk.page, `${portalUrl}/desk`, /Jo Marsh/)
  const section = desk.page.getByRole('region', { name: 'Patient records' })
  await section.getByRole('combobox', { name: 'Find a record' }).fill('Duarte')
  await section.getByRole('option', { name: /Ana Duarte/ }).click()
  await section.getByText('How the patient signs in').click()
  await section.getByRole('button', { name: /^Sign out everywhere: Ana Duarte/ }).click()
  await section.getByText(/Every session ends at once/).waitFor()
  expect(await phone.page.getByText('You have been signed out').count()).toBe(0)
  await section.getByRole('button', { name: 'Sign out everywhere', exact: true }).click()

  for (const device of [phone, laptop]) {
    await device.page.getByText('You have been signed out').waitFor()
    expect(await device.page.getByText('Your session has ended').count()).toBe(1)
  }

  await phone.page.getByRole('button', { name: 'Sign in again' }).click()
  await phone.page.getByText('Ana Duarte').first().waitFor()
})
